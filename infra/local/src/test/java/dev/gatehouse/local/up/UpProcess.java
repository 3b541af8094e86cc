package dev.gatehouse.local.up;

import dev.gatehouse.local.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code up} as a process of its own, started as the launcher starts it. */
final class UpProcess implements AutoCloseable {
  private static final String MAIN = "dev.gatehouse.local.UpMain";
  private static final int STOP_SECONDS = 60;

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private UpProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts on free ports, unless the settings say otherwise. */
  static UpProcess start(Map<String, String> settings) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().keySet().removeIf(UpProcess::isOurs);
    Map<String, String> ports = new HashMap<>();
    for (Endpoint endpoint : Endpoint.values()) {
      ports.put(endpoint.variable(), "0");
    }
    builder.environment().putAll(ports);
    builder.environment().putAll(settings);
    builder.directory(Repository.root().toFile()).redirectErrorStream(true);
    return new UpProcess(builder.start());
  }

  /** Reads until {@code ready} or the end. */
  UpProcess awaitReady() throws IOException {
    for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.equals("ready")) {
        return this;
      }
    }
    throw new AssertionError("ended before it was ready:\n" + String.join("\n", lines));
  }

  /** Reads to the end, and returns how the process ended. */
  int awaitEnd() throws IOException, InterruptedException {
    output.lines().forEach(lines::add);
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("did not stop within " + STOP_SECONDS + " s:\n" + text());
    }
    return process.exitValue();
  }

  /** Asks it to stop, as Ctrl-C and an init system do. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** The address that it printed for a part. */
  URI address(String part) {
    return lines.stream()
        .filter(line -> line.startsWith("  " + part + " "))
        .map(line -> URI.create(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no address of " + part + " in:\n" + text()));
  }

  String text() {
    return String.join("\n", lines);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    terminate();
    awaitEnd();
  }

  private static boolean isOurs(String name) {
    return name.matches("(LLM|DISCORD|BRIDGE|GATEHOUSE|ANTHROPIC|OPENAI)_.*");
  }

  private static List<String> command() {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        MAIN);
  }
}
