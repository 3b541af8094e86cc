package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A platform is found by the name that a message carries, so no class outside of a platform's own
 * modules names one: neither a class of it, nor a field, nor a text.
 */
final class PlatformNamesTest {
  private static final String PLATFORM = "discord";

  /** The names of settings, and the platform of messages from before they said theirs. */
  private static final Set<String> MAY_NAME_ONE =
      Set.of("dev.gatehouse.contracts.settings", "dev.gatehouse.codec.Fields");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.gatehouse");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts",
        "codec",
        "lambda",
        "cloud",
        "cloud.sdk",
        "chat",
        "assistant",
        "conversation",
        "llm",
        "testkit"
      })
  void noPlatformIsNamed(String module) {
    List<JavaClass> examined = CLASSES.stream().filter(Modules.in(module)).toList();

    assertThat(examined).isNotEmpty();
    assertThat(
            examined.stream().filter(type -> !mayNameOne(type)).flatMap(PlatformNamesTest::namesIn))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"discord", "discordchat", "interactions", "bridge"})
  void aNameWouldBeFound(String module) {
    assertThat(CLASSES.stream().filter(Modules.in(module)).flatMap(PlatformNamesTest::namesIn))
        .isNotEmpty();
  }

  private static boolean mayNameOne(JavaClass type) {
    return MAY_NAME_ONE.contains(type.getName()) || MAY_NAME_ONE.contains(type.getPackageName());
  }

  private static Stream<String> namesIn(JavaClass type) {
    return StreamSupport.stream(
            ClassFile.of().parse(bytes(type)).constantPool().spliterator(), false)
        .filter(Utf8Entry.class::isInstance)
        .map(entry -> ((Utf8Entry) entry).stringValue())
        .filter(text -> text.toLowerCase(Locale.ROOT).contains(PLATFORM))
        .map(text -> type.getName() + ": " + text);
  }

  private static byte[] bytes(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
