package dev.gatehouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, in a directory where Maven and Java only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /**
   * A Java that no machine has, so that the test knows every place where the launcher finds one.
   */
  private static final String UNHEARD_OF = "9925";

  @TempDir private Path directory;
  private LauncherRun launcher;

  @BeforeEach
  void copy() throws IOException {
    launcher = new LauncherRun(directory, Files.readString(Repository.file("gatehouse")));
    launcher.jdk("home/old", "17.0.1");
  }

  @Test
  void theJdkIsFoundBehindAnOlderOneInFrontOfThePath() throws Exception {
    launcher.wanting(UNHEARD_OF);
    Path wanted = launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");

    LauncherRun.Result result = launcher.run("mvn", "-pl", "a module", "test");

    assertEquals(0, result.code(), result.text());
    assertEquals("maven with " + wanted + " -pl 'a module' test", result.text().strip());
  }

  @Test
  void javaHomeGoesBeforeWhatLiesInTheHomeDirectory() throws Exception {
    launcher.wanting(UNHEARD_OF);
    launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");
    Path chosen = launcher.jdk("chosen", UNHEARD_OF + ".0.1");

    LauncherRun.Result result =
        launcher.with(Map.of("JAVA_HOME", chosen.toString())).run("mvn", "test");

    assertEquals("maven with " + chosen + " test", result.text().strip());
  }

  @Test
  void withoutTheJdkOneLineSaysWhatToDo() throws Exception {
    launcher.wanting(UNHEARD_OF);

    LauncherRun.Result result = launcher.run("test");

    assertEquals(1, result.code());
    assertEquals(1, result.text().lines().count(), result.text());
    assertTrue(result.text().contains("no JDK " + UNHEARD_OF + " found"), result.text());
    assertTrue(result.text().contains("set JAVA_HOME"), result.text());
  }

  @Test
  void anUnknownCommandIsRefusedWithThoseThereAre() throws Exception {
    LauncherRun.Result result = launcher.run("build");

    assertEquals(1, result.code());
    assertTrue(result.text().contains("'build' is not a command"), result.text());
    assertTrue(result.text().contains("dead-letters, mvn"), result.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"up", "test", "fuzz", "bench", "register", "doctor", "dead-letters", "mvn"})
  void everyCommandIsListedAndExplainsItselfWithoutAJdk(String command) throws Exception {
    launcher.wanting(UNHEARD_OF);

    LauncherRun.Result result = launcher.run(command, "--help");

    assertEquals(0, result.code(), result.text());
    assertTrue(result.text().startsWith("Usage: ./gatehouse " + command), result.text());
    assertTrue(launcher.run("--help").text().contains("\n  " + command + " "));
  }

  @ParameterizedTest
  @CsvSource({
    "0, minutes must be a whole number from 1 to 1440",
    "1441, minutes must be a whole number from 1 to 1440",
    "-1, fuzz has no option '-1'",
    "5m, minutes must be a whole number from 1 to 1440",
    "1.5, minutes must be a whole number from 1 to 1440",
    "5 6, fuzz takes the minutes once",
    "--seed, --seed needs a number",
    "--seed x, --seed must be a whole number",
    "--minutes 5, fuzz has no option '--minutes'"
  })
  void fuzzSaysWhichArgumentIsWrong(String arguments, String problem) throws Exception {
    launcher.wanting(UNHEARD_OF);
    launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");

    LauncherRun.Result result =
        launcher.run(
            Stream.concat(Stream.of("fuzz"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new));

    assertEquals(1, result.code(), result.text());
    assertTrue(result.text().contains(problem), result.text());
    assertFalse(launcher.mavenRan(), result.text());
  }

  @Test
  void whatIsBuiltIsStartedWithoutMaven() throws Exception {
    launcher.wanting(UNHEARD_OF);
    Path jdk = launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");
    launcher.built();

    LauncherRun.Result result = launcher.run("doctor");

    assertTrue(result.text().startsWith("java of " + jdk + " "), result.text());
    assertFalse(launcher.mavenRan(), result.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"infra/cli/target/classpath", "infra/cli/target/the.jar"})
  void aFileThatACleanTookAwayIsBuiltAgain(String gone) throws Exception {
    launcher.wanting(UNHEARD_OF);
    launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");
    launcher.built();
    Files.delete(directory.resolve(gone));

    LauncherRun.Result result = launcher.run("doctor");

    assertTrue(launcher.mavenRan(), result.text());
  }
}
