package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One simple name means one thing in the product, so that no reader has to look at the imports to
 * know which is meant. Tools that mirror a protocol, such as the simulator, may repeat its words.
 */
final class NamesTest {
  private static final Set<String> TOOLS = Set.of("simulator", "local", "bench", "cli");

  private static final List<String> IMPORTED_BESIDE =
      List.of(
          "java.io",
          "java.lang",
          "java.net",
          "java.net.http",
          "java.nio.file",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.stream");

  @Test
  void aSimpleNameOccursOnce() {
    Map<String, List<String>> byName =
        MainClasses.ALL.stream()
            .filter(type -> type.getEnclosingClass().isEmpty())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> Modules.of(type).filter(module -> !TOOLS.contains(module)).isPresent())
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));

    byName.values().removeIf(classes -> classes.size() == 1);
    assertThat(byName).isEmpty();
  }

  /** A bot imports the client's packages with a star, beside those of the platform's own. */
  @Test
  void theTypedClientClashesWithNothingThatABotImportsBesideIt() {
    List<String> names =
        MainClasses.ALL.stream()
            .filter(type -> type.getPackageName().startsWith("dev.gatehouse.discord."))
            .filter(type -> type.getEnclosingClass().isEmpty())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getSimpleName)
            .toList();

    assertThat(names).contains("Message", "DiscordRest", "DiscordJson").doesNotHaveDuplicates();
    assertThat(names).noneMatch(NamesTest::isAlsoOfThePlatform);
  }

  private static boolean isAlsoOfThePlatform(String name) {
    return IMPORTED_BESIDE.stream().anyMatch(beside -> exists(beside + "." + name));
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, NamesTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
