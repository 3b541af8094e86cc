package dev.gatehouse.bench;

import dev.gatehouse.bench.coldstart.ColdStart;
import java.util.List;

/** Runs a benchmark by name, or those that take minutes one after the other. */
public final class BenchMain {
  private static final int RUNS = 15;

  private BenchMain() {}

  /** {@code [coldstart|bridge|soak]}. */
  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "all" : arguments[0];
    switch (name) {
      case "all" -> {
        coldStart();
      }
      case "coldstart" -> coldStart();
      default -> {
        System.err.println(
            "bench: '" + name + "' is not a benchmark; these are: " + List.of("coldstart"));
        System.exit(2);
      }
    }
  }

  private static void coldStart() throws Exception {
    new ColdStart(RUNS, System.out).run();
  }
}
