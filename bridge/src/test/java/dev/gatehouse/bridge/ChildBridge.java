package dev.gatehouse.bridge;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import com.fasterxml.jackson.core.JsonFactory;
import com.github.luben.zstd.Zstd;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.java_websocket.WebSocketImpl;
import org.slf4j.LoggerFactory;

/** A bridge in a process of its own, on this process's class path. */
final class ChildBridge implements AutoCloseable {
  private static final List<String> USUAL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx64m",
          "--enable-native-access=ALL-UNNAMED");
  private static final Path SHIPPED = Path.of("src", "main", "launcher", "jvm.options");

  /** One class of each library that a bridge without the AWS SDK runs on. */
  private static final List<Class<?>> RUNS_ON =
      List.of(
          BridgeMain.class,
          GatewayEvent.class,
          MessageCodec.class,
          SqsHttpSender.class,
          AwsClients.class,
          JsonFactory.class,
          WebSocketImpl.class,
          Zstd.class,
          LoggerFactory.class,
          LoggerContext.class,
          Context.class);

  private final Process process;

  private ChildBridge(Process process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param options for its Java virtual machine, beside the usual ones
   */
  static ChildBridge start(Map<String, String> environment, String... options) throws IOException {
    List<String> all = new ArrayList<>(USUAL);
    all.addAll(List.of(options));
    return start(environment, all, everything(), Redirect.DISCARD);
  }

  /** The same, with its log in a file. */
  static ChildBridge startLogging(Path log, Map<String, String> environment, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(USUAL);
    all.addAll(List.of(options));
    return start(environment, all, everything(), Redirect.appendTo(log.toFile()));
  }

  /**
   * Starts one with the options that the bridge is shipped with, and its log in a file. Libraries
   * of tests stay out: the directory of each open jar takes heap.
   */
  static ChildBridge startAsShipped(Path log, Map<String, String> environment) throws IOException {
    if (!Files.exists(SHIPPED)) {
      throw new IOException(SHIPPED.toAbsolutePath() + " is not there");
    }
    return start(environment, List.of("@" + SHIPPED), needed(), Redirect.appendTo(log.toFile()));
  }

  /** What it has written into that file so far. */
  static String logged(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log";
    }
  }

  private static ChildBridge start(
      Map<String, String> environment, List<String> options, String classPath, Redirect output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, BridgeMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output);
    return new ChildBridge(builder.start());
  }

  private static String everything() {
    return System.getProperty("java.class.path");
  }

  private static String needed() {
    return RUNS_ON.stream()
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, and returns when it is gone. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
