package dev.gatehouse.bench.bridge;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of the benchmark, read line by line; it never outlives this object. */
public final class ChildProcess implements AutoCloseable {
  private static final int LAST_WORDS = 20;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private ChildProcess(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread.ofVirtual().start(this::read);
  }

  /** Starts a command with these variables added to this process's environment. */
  public static ChildProcess start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ChildProcess(builder.start());
  }

  /** A main class on this process's own class path. */
  public static List<String> java(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  public long pid() {
    return process.pid();
  }

  /** The next line that fits; fails when the process ends or is silent for too long. */
  public String await(Predicate<String> wanted, Duration patience) throws InterruptedException {
    String last = "";
    for (; ; ) {
      String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null || (line.isEmpty() && !process.isAlive())) {
        throw new IllegalStateException("the process said nothing more; at last: " + last);
      }
      if (wanted.test(line)) {
        return line;
      }
      last = line.isEmpty() ? last : line;
    }
  }

  /** What it said last and nobody awaited, to say why it ended. */
  List<String> lastWords() {
    List<String> all = new ArrayList<>();
    lines.drainTo(all);
    return all.subList(Math.max(0, all.size() - LAST_WORDS), all.size());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("output ended: " + e.getMessage());
    }
    lines.add("");
  }
}
