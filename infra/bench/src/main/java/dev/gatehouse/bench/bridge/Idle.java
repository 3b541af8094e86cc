package dev.gatehouse.bench.bridge;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the bridge keeps resident with a session and nothing to do. */
final class Idle {
  private static final double GOAL_MEGABYTES = 112;

  /** Longer than the JVM takes to give back what its start needed. */
  private static final Duration SETTLING = Duration.ofSeconds(25);

  private Idle() {}

  /** With its state in a table, as a team runs it; prints. */
  static void measure(String sink, PrintStream out) throws Exception {
    try (StateTable table = StateTable.start();
        Sender sender = Sender.start();
        BridgeProcess bridge = BridgeProcess.start(sender, sink, "zstd", table.settings())) {
      sender.awaitSession();
      Thread.sleep(SETTLING);
      double resident = ProcessUse.residentMegabytes(bridge.pid());
      out.printf(
          Locale.ROOT,
          "idle for %d s, its state in a table: %.0f MB, goal at most %.0f: %s%n",
          SETTLING.toSeconds(),
          resident,
          GOAL_MEGABYTES,
          resident <= GOAL_MEGABYTES ? "met" : "missed");
    }
  }
}
