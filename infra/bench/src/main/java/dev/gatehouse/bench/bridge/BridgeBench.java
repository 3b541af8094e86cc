package dev.gatehouse.bench.bridge;

import dev.gatehouse.bench.bridge.Subject.Reception;
import dev.gatehouse.bench.bridge.Subject.Work;
import dev.gatehouse.bench.compare.NodePeers;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a gateway event costs: received and routed, all the way to a queue that only acknowledges,
 * and to ElasticMQ; beside a bare reader, which is the floor, and the usual libraries.
 */
public final class BridgeBench {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROUNDS = 3;
  private static final int SUSTAINED = 15_000;
  private static final int SUSTAINED_BY_ELASTICMQ = 1_500;
  private static final String NONE = "none";
  private static final String ZLIB = "zlib";
  private static final String ZSTD = "zstd";

  private final PrintStream out;
  private final Work plain;
  private final Work compressed;
  private final Work slow;
  private final int rounds;
  private final Report report;

  /**
   * @param quick a tenth of the events and one round, for trying it out: the JIT's own work then
   *     weighs in
   */
  public BridgeBench(boolean quick, PrintStream out) {
    this.out = out;
    this.plain = quick ? new Work(20_000, 60_000, 10_000) : new Work(100_000, 600_000, 10_000);
    this.compressed = quick ? new Work(20_000, 40_000, 10_000) : new Work(100_000, 200_000, 10_000);
    this.slow = quick ? new Work(2_000, 4_000, 1_000) : new Work(10_000, 20_000, 1_000);
    this.rounds = quick ? 1 : ROUNDS;
    this.report = new Report(out);
  }

  /** Runs and prints; the files are those of a built checkout that is the working directory. */
  public void run() throws Exception {
    out.println("messages of about 1 KB in 50 channels, from a process of its own");
    report.head("(a) receive and route");
    reception();
    report.head("(b) to an SQS endpoint that only acknowledges");
    try (ChildProcess sink = sink(AckSinkMain.class)) {
      durablePath(address(sink));
    }
    report.head("(c) to ElasticMQ");
    try (ChildProcess sink = sink(ElasticMqMain.class);
        StateTable table = StateTable.start()) {
      Work sustained = slow.at(SUSTAINED_BY_ELASTICMQ);
      toSink("ours, plain, ElasticMQ", NONE, sustained, address(sink), table);
    }
    latency();
    report.goals();
  }

  /** With its state in a table, as a team runs it: what that takes counts as well. */
  private void durablePath(String address) throws Exception {
    try (StateTable table = StateTable.start()) {
      toSink("ours, plain", NONE, plain.at(SUSTAINED), address, table);
    }
    try (StateTable table = StateTable.start()) {
      toSink("ours, zstd", ZSTD, compressed.at(SUSTAINED), address, table);
    }
    jda("JDA alone, plain, at this rate", plain.at(SUSTAINED), "none");
    jda("JDA + SendMessage, plain", slow, address + "/000000000000/events.fifo");
  }

  private void jda(String name, Work work, String queue) throws IOException, InterruptedException {
    Subject.Command command = (sender, subject) -> Commands.jda(sender, subject, queue);
    measure(new Subject(name, NONE, work, new Reception.Printing(command)));
  }

  /** The queues are new ones: what is measured must be the first that they hold. */
  private void latency() throws Exception {
    out.printf("%n%-34s %14s %12s%n", "sent to arrived", "p50 ms", "p99 ms");
    Latency latency = new Latency(out);
    latency.reception();
    try (ChildProcess sink = sink(ElasticMqMain.class)) {
      latency.throughElasticMq(address(sink));
    }
    try (ChildProcess sink = sink(AckSinkMain.class)) {
      String address = address(sink);
      latency.acknowledged(address);
      Idle.measure(address, out);
    }
  }

  private void reception() throws IOException, InterruptedException {
    Optional<File> script = NodePeers.script("gateway.mjs", out);
    for (String compression : List.of(NONE, ZLIB, ZSTD)) {
      inRounds(receivers(compression, script));
    }
  }

  private List<Subject> receivers(String compression, Optional<File> script) {
    Subject ours = printing("ours", ", null sink", compression, Commands::nullSink);
    if (compression.equals(ZSTD)) {
      return List.of(ours);
    }
    List<Subject> subjects = new ArrayList<>();
    subjects.add(printing("bare reader", "", compression, Commands::bareReader));
    subjects.add(ours);
    script
        .map(file -> (Subject.Command) (from, to) -> Commands.node(file, from, to))
        .ifPresent(node -> subjects.add(printing("@discordjs/ws", "", compression, node)));
    subjects.add(printing("JDA", "", compression, (from, to) -> Commands.jda(from, to, "none")));
    return subjects;
  }

  private Subject printing(
      String name, String ending, String compression, Subject.Command command) {
    boolean isPlain = compression.equals(NONE);
    String shown = name + ", " + (isPlain ? "plain" : compression) + ending;
    Work work = isPlain ? plain : compressed;
    return new Subject(shown, compression, work, new Reception.Printing(command));
  }

  /** A machine's mood changes within minutes: subjects take turns, so that it meets all alike. */
  private void inRounds(List<Subject> subjects) throws IOException, InterruptedException {
    Map<Subject, List<Figures>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Subject subject : subjects) {
        measured.computeIfAbsent(subject, _ -> new ArrayList<>()).add(Measurement.of(subject));
        report.progress();
      }
    }
    report.progressEnds();
    measured.forEach((subject, figures) -> report.add(subject, Figures.median(figures)));
  }

  private void toSink(String name, String compression, Work work, String sink, StateTable table)
      throws IOException, InterruptedException {
    measure(new Subject(name, compression, work, new Reception.Bridge(sink, table.settings())));
  }

  private void measure(Subject subject) throws IOException, InterruptedException {
    report.add(subject, Measurement.of(subject));
  }

  private static ChildProcess sink(Class<?> main) throws IOException {
    List<String> flags =
        List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    return ChildProcess.start(ChildProcess.java(flags, main), Credentials.ENVIRONMENT);
  }

  private static String address(ChildProcess sink) throws InterruptedException {
    String line = sink.await(said -> said.startsWith("sink http"), PATIENCE);
    return line.substring("sink ".length()).strip().toLowerCase(Locale.ROOT);
  }
}
