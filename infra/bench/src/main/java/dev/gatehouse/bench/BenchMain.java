package dev.gatehouse.bench;

import dev.gatehouse.bench.bridge.BridgeBench;
import dev.gatehouse.bench.coldstart.ColdStart;
import java.time.InstantSource;
import java.util.List;

/** Runs a benchmark by name, or those that take minutes one after the other. */
public final class BenchMain {
  private static final int RUNS = 15;
  private static final int USAGE = 2;

  private BenchMain() {}

  /** {@code [coldstart | bridge [--quick]]}. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    switch (String.join(" ", words)) {
      case "" -> {
        coldStart();
        bridge(false);
      }
      case "coldstart" -> coldStart();
      case "bridge" -> bridge(false);
      case "bridge --quick" -> bridge(true);
      default -> {
        System.err.println(
            "bench: does not understand " + words + "; there are: coldstart, bridge [--quick]");
        System.exit(USAGE);
      }
    }
    System.exit(0);
  }

  private static void coldStart() throws Exception {
    new ColdStart(RUNS, InstantSource.system(), System.out).run();
  }

  private static void bridge(boolean quick) throws Exception {
    new BridgeBench(quick, System.out).run();
  }
}
