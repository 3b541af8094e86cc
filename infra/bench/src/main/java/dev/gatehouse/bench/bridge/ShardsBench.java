package dev.gatehouse.bench.bridge;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a further shard in one process costs: the same load, spread over more and more shards.
 *
 * <p>Each event's CPU is measured as fast as the shards read: below that, one connection's reads
 * take several events together where many connections have one each, and wake for it. Memory is
 * that of the whole bridge. The stream is zlib's, whose window is 32 KB: that of zstd is as large
 * as the gateway chooses, and each connection holds one.
 */
public final class ShardsBench {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Longer than the JVM takes to give back what compiling took. */
  private static final Duration SETTLING = Duration.ofSeconds(8);

  private static final List<Integer> SHARDS = List.of(1, 4, 16, 64);
  private static final int ROUNDS = 3;
  private static final String COMPRESSION = "zlib";
  private static final int GUILDS = 96;
  private static final int CHANNELS = 192;
  private static final Subject.Work AT_FULL_SPEED = new Subject.Work(60_000, 200_000, 10_000);
  private static final Subject.Work AT_A_RATE = new Subject.Work(6_000, 10_000, 1_000, 500);
  private static final double MEGABYTES_GOAL = 1;
  private static final double GROWTH_GOAL = 1.25;

  private final PrintStream out;

  public ShardsBench(PrintStream out) {
    this.out = out;
  }

  /**
   * What was measured.
   *
   * @param cpuMicros an event, received and routed at full speed
   * @param rateCpuMicros an event through the whole bridge, at a rate
   * @param residentMegabytes of the whole bridge, after that
   * @param idlePercent of one core, with nothing to do
   */
  private record Row(
      int shards,
      double cpuMicros,
      double rateCpuMicros,
      double residentMegabytes,
      double idlePercent) {}

  /** Runs and prints; the files are those of a built checkout that is the working directory. */
  public void run() throws Exception {
    out.printf(
        "events of about 1 KB in %d guilds, %s; the whole bridge at %d events a second%n",
        GUILDS, COMPRESSION, AT_A_RATE.rate());
    out.printf(
        "%n%8s %16s %18s %14s %20s %8s%n",
        "shards",
        "received, us CPU",
        "whole bridge, us",
        "resident MB",
        "MB a further shard",
        "idle %");
    Map<Integer, Double> received = receptions();
    List<Row> rows = new ArrayList<>();
    try (ChildProcess sink =
        ChildProcess.start(
            ChildProcess.java(List.of("-Xmx1g"), AckSinkMain.class), Credentials.ENVIRONMENT)) {
      String line = sink.await(said -> said.startsWith("sink http"), PATIENCE);
      String address = line.substring("sink ".length()).strip().toLowerCase(Locale.ROOT);
      for (int shards : SHARDS) {
        rows.add(wholeBridge(shards, received.getOrDefault(shards, 0.0), address));
        print(rows);
      }
    }
    goals(rows);
  }

  /** The median of rounds in which all take turns, so that a machine's mood meets all alike. */
  private static Map<Integer, Double> receptions() throws IOException, InterruptedException {
    Map<Integer, List<Double>> measured = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int shards : SHARDS) {
        measured.computeIfAbsent(shards, _ -> new ArrayList<>()).add(reception(shards));
      }
    }
    Map<Integer, Double> medians = new TreeMap<>();
    measured.forEach((shards, figures) ->
        medians.put(shards, figures.stream().sorted().toList().get(ROUNDS / 2)));
    return medians;
  }

  private static double reception(int shards) throws IOException, InterruptedException {
    Subject subject =
        new Subject(
            "", COMPRESSION, AT_FULL_SPEED, new Subject.Reception.Printing((_, _) -> List.of()));
    try (Sender sender = Sender.wide(SHARDS.getLast());
        ChildProcess child =
            ChildProcess.start(
                Commands.nullSink(sender, subject, shards), Credentials.ENVIRONMENT)) {
      child.await(said -> said.equals("live " + shards), PATIENCE);
      Thread firehose = sender.start(GUILDS, CHANNELS, AT_FULL_SPEED.total(), 0);
      Figures.Sample warm = Measurement.awaitLine(child, AT_FULL_SPEED.warm());
      Figures.Sample done =
          Measurement.awaitLine(child, AT_FULL_SPEED.warm() + AT_FULL_SPEED.counted());
      firehose.interrupt();
      return Figures.between(warm, done, 0).cpuMicros();
    }
  }

  private static Row wholeBridge(int shards, double cpuMicros, String sink) throws Exception {
    Map<String, String> settings = Map.of("SHARDS", Integer.toString(shards));
    try (Sender sender = Sender.wide(SHARDS.getLast());
        BridgeProcess bridge = BridgeProcess.start(sender, sink, COMPRESSION, settings)) {
      bridge.awaitHealthy(PATIENCE);
      sender.firehose(GUILDS, CHANNELS, AT_A_RATE.warm(), AT_A_RATE.rate());
      Figures.Sample warm = bridge.awaitSent(AT_A_RATE.warm(), PATIENCE);
      sender.firehose(GUILDS, CHANNELS, AT_A_RATE.counted(), AT_A_RATE.rate());
      Figures.Sample done = bridge.awaitSent(AT_A_RATE.warm() + AT_A_RATE.counted(), PATIENCE);
      Thread.sleep(SETTLING);
      Figures.Sample idle = Figures.Sample.of(0, bridge.pid());
      Thread.sleep(SETTLING);
      Figures.Sample end = Figures.Sample.of(0, bridge.pid());
      double busy = 1e3 * (end.cpuMicros() - idle.cpuMicros()) / (end.nanos() - idle.nanos());
      return new Row(
          shards,
          cpuMicros,
          Figures.between(warm, done, 0).cpuMicros(),
          ProcessUse.residentMegabytes(bridge.pid()),
          100 * busy);
    }
  }

  private void print(List<Row> rows) {
    Row row = rows.getLast();
    String further =
        rows.size() == 1
            ? ""
            : String.format(Locale.ROOT, "%.2f", megabytesPerShard(rows.getFirst(), row));
    out.printf(
        Locale.ROOT,
        "%8d %16.2f %18.1f %14.1f %20s %8.1f%n",
        row.shards(),
        row.cpuMicros(),
        row.rateCpuMicros(),
        row.residentMegabytes(),
        further,
        row.idlePercent());
    out.flush();
  }

  private static double megabytesPerShard(Row first, Row row) {
    return (row.residentMegabytes() - first.residentMegabytes()) / (row.shards() - first.shards());
  }

  private void goals(List<Row> rows) {
    double memory = megabytesPerShard(rows.getFirst(), rows.getLast());
    double growth = rows.getLast().cpuMicros() / rows.getFirst().cpuMicros();
    out.println();
    verdict("MB a further shard", memory, MEGABYTES_GOAL);
    verdict("CPU an event received, most shards / one", growth, GROWTH_GOAL);
  }

  private void verdict(String what, double figure, double goal) {
    out.printf(
        Locale.ROOT,
        "%-40s %8.2f  goal at most %5.2f: %s%n",
        what,
        figure,
        goal,
        figure <= goal ? "met" : "missed");
  }
}
