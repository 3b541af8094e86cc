package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    assertThat(result.code()).as(result.text()).isEqualTo(0);
    assertThat(result.text().strip()).isEqualTo("maven with " + wanted + " -pl 'a module' test");
  }

  @Test
  void javaHomeGoesBeforeWhatLiesInTheHomeDirectory() throws Exception {
    launcher.wanting(UNHEARD_OF);
    launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");
    Path chosen = launcher.jdk("chosen", UNHEARD_OF + ".0.1");

    LauncherRun.Result result =
        launcher.with(Map.of("JAVA_HOME", chosen.toString())).run("mvn", "test");

    assertThat(result.text().strip()).isEqualTo("maven with " + chosen + " test");
  }

  @Test
  void withoutTheJdkOneLineSaysWhatToDo() throws Exception {
    launcher.wanting(UNHEARD_OF);

    LauncherRun.Result result = launcher.run("test");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.text().lines().count()).as(result.text()).isEqualTo(1);
    assertThat(result.text()).contains("no JDK " + UNHEARD_OF + " found");
    assertThat(result.text()).contains("set JAVA_HOME");
  }

  @Test
  void anUnknownCommandIsRefusedWithThoseThereAre() throws Exception {
    LauncherRun.Result result = launcher.run("build");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.text()).contains("'build' is not a command");
    assertThat(result.text()).contains("dead-letters, mvn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "bridge",
        "test",
        "fuzz",
        "bench",
        "register",
        "doctor",
        "dead-letters",
        "mvn"
      })
  void everyCommandIsListedAndExplainsItselfWithoutAJdk(String command) throws Exception {
    launcher.wanting(UNHEARD_OF);

    LauncherRun.Result result = launcher.run(command, "--help");

    assertThat(result.code()).as(result.text()).isEqualTo(0);
    assertThat(result.text()).startsWith("Usage: ./gatehouse " + command);
    assertThat(launcher.run("--help").text()).contains("\n  " + command + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, minutes must be a whole number from 1 to 1440",
    "1441, minutes must be a whole number from 1 to 1440",
    "-1, fuzz has no option '-1'",
    "5m, minutes must be a whole number from 1 to 1440",
    "08, minutes must be a whole number from 1 to 1440",
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

    assertThat(result.code()).as(result.text()).isEqualTo(1);
    assertThat(result.text()).contains(problem);
    assertThat(launcher.mavenRan()).as(result.text()).isFalse();
  }

  @Test
  void whatIsBuiltIsStartedWithoutMaven() throws Exception {
    launcher.wanting(UNHEARD_OF);
    Path jdk = launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");
    launcher.built();

    LauncherRun.Result result = launcher.run("doctor");

    assertThat(result.text()).startsWith("java of " + jdk + " ");
    assertThat(launcher.mavenRan()).as(result.text()).isFalse();
  }

  @Test
  void theBridgeRunsAloneWithTheJdkThatWasFound() throws Exception {
    launcher.wanting(UNHEARD_OF);
    Path jdk = launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");

    LauncherRun.Result result = launcher.run("bridge");

    assertThat(result.code()).as(result.text()).isZero();
    assertThat(result.text().lines())
        .last()
        .isEqualTo(
            "java of "
                + jdk
                + " @bridge/target/jvm.options -jar bridge/target/gatehouse-bridge-1-all.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "bridge"})
  void anArgumentThatACommandDoesNotTakeIsRefused(String command) throws Exception {
    launcher.wanting(UNHEARD_OF);
    launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");

    LauncherRun.Result result = launcher.run(command, "--fast");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.text()).contains(command + " takes no options, was given '--fast'");
    assertThat(launcher.mavenRan()).isFalse();
  }

  @Test
  void theVersionIsThatOfThePom() throws Exception {
    launcher.wanting(UNHEARD_OF);
    Files.copy(Repository.file("pom.xml"), directory.resolve("pom.xml"));

    assertThat(launcher.run("--version").text()).matches("gatehouse \\d+\\.\\d+\\.\\d+\\S*.*\\s*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"infra/cli/target/classpath", "infra/cli/target/the.jar"})
  void aFileThatACleanTookAwayIsBuiltAgain(String gone) throws Exception {
    launcher.wanting(UNHEARD_OF);
    launcher.jdk("home/.jdks/new", UNHEARD_OF + ".0.2");
    launcher.built();
    Files.delete(directory.resolve(gone));

    LauncherRun.Result result = launcher.run("doctor");

    assertThat(launcher.mavenRan()).as(result.text()).isTrue();
  }
}
