package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All tests are written alike: names in camelCase, assertions of AssertJ, seeds from one place. */
final class TestDialectTest {
  private static final Path ROOT = Path.of("../..");

  private static final Pattern JUNIT_ASSERTION =
      Pattern.compile("org\\.junit\\.jupiter\\.api\\.Assertions\\b");
  private static final Pattern UNDERSCORE =
      Pattern.compile("\\b(?:void|[A-Z]\\w*(?:<[^;={}()]*>)?)\\s+([a-z]\\w*_\\w*)\\s*\\(");
  private static final Pattern PROPERTY_LIBRARY =
      Pattern.compile("<groupId>(?:net\\.jqwik|com\\.code-intelligence)</groupId>");
  private static final Pattern FUZZ_TEST = Pattern.compile("^ *@FuzzTest", Pattern.MULTILINE);

  static List<String> modules() throws IOException {
    return Sources.modules(ROOT.resolve("pom.xml"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aTestAssertsWithAssertJ(String module) throws IOException {
    assertThat(found(module, JUNIT_ASSERTION)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aTestIsNamedInCamelCase(String module) throws IOException {
    assertThat(found(module, UNDERSCORE)).isEmpty();
  }

  /** jqwik and Jazzer come with the seeds that make a test run try the same cases each time. */
  @ParameterizedTest
  @MethodSource("modules")
  void propertiesAndFuzzTestsComeWithTheirSeeds(String module) throws IOException {
    String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));

    assertThat(PROPERTY_LIBRARY.matcher(pom).find()).isEqualTo(module.equals("shared/fuzzing"));
  }

  /** Jazzer fuzzes one in a process, and the launcher gives each class named so a process. */
  @ParameterizedTest
  @MethodSource("modules")
  void aFuzzTestHasAClassOfItsOwn(String module) throws IOException {
    for (Path test : tests(module)) {
      long count = FUZZ_TEST.matcher(Files.readString(test)).results().count();
      boolean named = test.getFileName().toString().endsWith("FuzzTest.java");
      assertThat(count).as(test.toString()).isEqualTo(named ? 1 : 0);
    }
  }

  private static List<String> found(String module, Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path test : tests(module)) {
      Matcher matcher = pattern.matcher(Files.readString(test));
      while (matcher.find()) {
        found.add(test + ": " + matcher.group());
      }
    }
    return found;
  }

  /** A test kit's contracts are tests too, and lie beside its main code. */
  private static List<Path> tests(String module) throws IOException {
    Path sources =
        ROOT.resolve(module).resolve(module.equals("shared/testkit") ? "src" : "src/test/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("TestDialectTest.java"))
          .toList();
    }
  }
}
