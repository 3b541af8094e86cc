package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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
}
