package dev.gatehouse.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A copy of the launcher in a directory of its own, with stand-ins for Maven and for JDKs. */
final class LauncherRun {
  private static final String SYSTEM_PATH = "/usr/bin:/bin";
  private static final String MAVEN =
      """
      #!/bin/sh
      printf 'maven with %s' "$JAVA_HOME"
      for word in "$@"; do case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac; done
      echo
      : >maven-ran
      [ "${*#*-pl bridge}" = "$*" ] || { mkdir -p bridge/target; : >bridge/target/gatehouse-bridge-1-all.jar; }
      """;

  private final Path directory;
  private final Map<String, String> extra;
  private String script;

  LauncherRun(Path directory, String script) throws IOException {
    this(directory, script, Map.of());
    executable("mvnw", MAVEN);
    executable("gatehouse", script);
  }

  private LauncherRun(Path directory, String script, Map<String, String> extra) {
    this.directory = directory;
    this.script = script;
    this.extra = extra;
  }

  /** Makes the copy look for this Java. */
  void wanting(String java) throws IOException {
    String changed = script.replace("WANTED_JAVA=25\n", "WANTED_JAVA=" + java + "\n");
    if (changed.equals(script)) {
      throw new IllegalStateException("the launcher no longer says which Java it wants");
    }
    script = changed;
    executable("gatehouse", script);
  }

  LauncherRun with(Map<String, String> environment) {
    return new LauncherRun(directory, script, environment);
  }

  /** A JDK of which there is only what the launcher looks at. */
  Path jdk(String path, String version) throws IOException {
    executable(path + "/bin/javac", "#!/bin/sh\n");
    executable(path + "/bin/java", "#!/bin/sh\necho \"java of %s $*\"\n".formatted(at(path)));
    Files.writeString(at(path).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return at(path);
  }

  /** Leaves what a build of the command line leaves, newer than every source. */
  void built() throws IOException {
    Path target = Files.createDirectories(at("infra/cli/target"));
    Path jar = Files.createFile(target.resolve("the.jar"));
    Files.writeString(target.resolve("classpath"), jar + ":" + at("mvnw"));
    Files.createDirectories(at(".gatehouse"));
    Files.createFile(at(".gatehouse/built-infra-cli"));
  }

  boolean mavenRan() {
    return Files.exists(at("maven-ran"));
  }

  /** Runs the launcher where an old JDK comes first on the path. */
  Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(at("gatehouse").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), text);
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(extra);
    all.put("PATH", at("home/old/bin") + ":" + SYSTEM_PATH);
    all.put("HOME", at("home").toString());
    return all;
  }

  private void executable(String path, String text) throws IOException {
    Files.createDirectories(at(path).getParent());
    Files.writeString(at(path), text);
    Files.setPosixFilePermissions(at(path), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path at(String path) {
    return directory.resolve(path);
  }

  /** How it ended, and all that it printed. */
  record Result(int code, String text) {}
}
