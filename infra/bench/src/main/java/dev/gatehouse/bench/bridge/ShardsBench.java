package dev.gatehouse.bench.bridge;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a further shard in one process costs: the same load, spread over more and more shards.
 *
 * <p>At this rate one shard, too, reads each event by itself; at higher ones a connection's reads
 * take several together, so that fewer connections would look cheaper. The stream is zlib's, whose
 * window is 32 KB: that of zstd is as large as the gateway chooses, and each connection holds one.
 */
public final class ShardsBench {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Longer than the JVM takes to give back what compiling took. */
  private static final Duration SETTLING = Duration.ofSeconds(8);

  private static final List<Integer> SHARDS = List.of(1, 4, 16, 64);
  private static final int GUILDS = 96;
  private static final int CHANNELS = 192;
  private static final int RATE = 500;
  private static final int WARM = 6_000;
  private static final int COUNTED = 15_000;
  private static final double MEGABYTES_GOAL = 1;
  private static final double GROWTH_GOAL = 1.25;

  private final PrintStream out;

  public ShardsBench(PrintStream out) {
    this.out = out;
  }

  private record Row(int shards, double cpuMicros, double residentMegabytes, double idlePercent) {}

  /** Runs and prints; the files are those of a built checkout that is the working directory. */
  public void run() throws Exception {
    out.printf(
        "the bridge, zlib, %d events of about 1 KB in %d guilds, %d a second%n",
        COUNTED, GUILDS, RATE);
    out.printf(
        "%n%8s %14s %14s %24s %12s%n",
        "shards", "CPU us/event", "resident MB", "MB a further shard", "idle CPU %");
    List<Row> rows = new ArrayList<>();
    try (ChildProcess sink =
        ChildProcess.start(ChildProcess.java(List.of("-Xmx1g"), AckSinkMain.class), Credentials.ENVIRONMENT)) {
      String line = sink.await(said -> said.startsWith("sink http"), PATIENCE);
      String address = line.substring("sink ".length()).strip().toLowerCase(Locale.ROOT);
      for (int shards : SHARDS) {
        rows.add(measure(shards, address));
        print(rows);
      }
    }
    goals(rows);
  }

  private static Row measure(int shards, String sink) throws Exception {
    try (Sender sender = Sender.wide(SHARDS.getLast());
        BridgeProcess bridge =
            BridgeProcess.start(sender, sink, "zlib", Map.of("SHARDS", Integer.toString(shards)))) {
      bridge.awaitHealthy(PATIENCE);
      sender.firehose(GUILDS, CHANNELS, WARM, RATE);
      Figures.Sample warm = bridge.awaitSent(WARM, PATIENCE);
      sender.firehose(GUILDS, CHANNELS, COUNTED, RATE);
      Figures.Sample done = bridge.awaitSent(WARM + COUNTED, PATIENCE);
      Figures.Sample idle = Figures.Sample.of(0, bridge.pid());
      Thread.sleep(SETTLING);
      Figures.Sample end = Figures.Sample.of(0, bridge.pid());
      double busy = 1e3 * (end.cpuMicros() - idle.cpuMicros()) / (end.nanos() - idle.nanos());
      Figures figures = Figures.between(warm, done, 0);
      return new Row(
          shards, figures.cpuMicros(), ProcessUse.residentMegabytes(bridge.pid()), 100 * busy);
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
        "%8d %14.1f %14.1f %24s %12.1f%n",
        row.shards(),
        row.cpuMicros(),
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
    verdict("CPU an event, most shards / one shard", growth, GROWTH_GOAL);
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
