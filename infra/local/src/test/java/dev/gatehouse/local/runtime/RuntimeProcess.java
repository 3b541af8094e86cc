package dev.gatehouse.local.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A packaged function in a process of its own, under the real Runtime Interface Client. */
final class RuntimeProcess implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final List<String> CLIENT =
      List.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-core",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final RuntimeApi api;
  private final Process process;
  private final Path log;

  private RuntimeProcess(RuntimeApi api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  static RuntimeProcess start(Path jar, String handler, Map<String, String> environment)
      throws IOException {
    RuntimeApi api = RuntimeApi.start(TIMEOUT, InstantSource.system(), System::nanoTime);
    Path log = Files.createTempFile("function", ".log");
    ProcessBuilder builder = new ProcessBuilder(command(jar, handler));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("_HANDLER", handler);
    builder.environment().put("LAMBDA_TASK_ROOT", jar.getParent().toString());
    builder.directory(log.getParent().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new RuntimeProcess(api, builder.start(), log);
  }

  /** Runs one event through the function; what it wrote to its log explains a failure. */
  String invoke(String event) throws InterruptedException, IOException {
    return switch (answer(event)) {
      case Answer.Response(String body, long _) -> body;
      case Answer.Failure(String body) -> throw new AssertionError(body + ":\n" + log());
    };
  }

  /** Offers an event, and returns what the function answers to it, or that it did not start. */
  Answer answer(String event) throws InterruptedException, IOException {
    api.offer(event);
    try {
      return api.await();
    } catch (IllegalStateException e) {
      throw new AssertionError(e.getMessage() + ":\n" + log(), e);
    }
  }

  /** What the function wrote to its log. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /**
   * The lines of a log of loaded classes ({@code -Xlog:class+load}) apart from those that come from
   * the client's jars: when it loads a class of its own is the client's affair.
   */
  static List<String> loadedForTheFunction(Path classes) throws IOException {
    try (Stream<String> lines = Files.lines(classes)) {
      return lines
          .filter(line -> CLIENT.stream().noneMatch(jar -> line.contains("/" + jar + "-")))
          .toList();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    api.close();
    Files.delete(log);
  }

  private static List<String> command(Path jar, String handler) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
    command.add(jar + File.pathSeparator + client());
    command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    command.add(handler);
    return command;
  }

  /** The client's own jars: nothing of this module may hide what a function lacks. */
  private static String client() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar ->
            CLIENT.stream()
                .anyMatch(name -> Path.of(jar).getFileName().toString().startsWith(name + "-")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
