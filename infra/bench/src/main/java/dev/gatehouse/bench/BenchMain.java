package dev.gatehouse.bench;

import dev.gatehouse.bench.bridge.BridgeBench;
import dev.gatehouse.bench.bridge.ShardsBench;
import dev.gatehouse.bench.coldstart.ColdStart;
import dev.gatehouse.bench.soak.SoakBench;
import dev.gatehouse.bench.soak.SoakOptions;
import dev.gatehouse.bench.up.UpBench;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Runs a benchmark by name, or those that take minutes one after the other. */
public final class BenchMain {
  private static final int RUNS = 15;
  private static final int STARTS = 5;
  private static final int QUESTIONS = 4;
  private static final int USAGE = 2;
  private static final int BROKEN_PROMISE = 1;

  private BenchMain() {}

  /** {@code [coldstart | up | bridge [--quick] | shards | soak [option...]]}. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && words.getFirst().equals("soak")) {
      System.exit(soak(words.subList(1, words.size())));
    }
    switch (String.join(" ", words)) {
      case "" -> {
        coldStart();
        up();
        bridge(false);
      }
      case "coldstart" -> coldStart();
      case "up" -> up();
      case "bridge" -> bridge(false);
      case "bridge --quick" -> bridge(true);
      case "shards" -> new ShardsBench(System.out).run();
      default -> {
        System.err.println(
            "bench: does not understand "
                + words
                + "; there are: coldstart, up, bridge [--quick], shards, soak [OPTION...]");
        System.exit(USAGE);
      }
    }
    System.exit(0);
  }

  private static void coldStart() throws Exception {
    new ColdStart(RUNS, InstantSource.system(), System.out).run();
  }

  private static void up() throws Exception {
    new UpBench(STARTS, QUESTIONS, System::nanoTime, System.out).run();
  }

  private static void bridge(boolean quick) throws Exception {
    new BridgeBench(quick, System.out).run();
  }

  private static int soak(List<String> words) throws Exception {
    SoakOptions options;
    try {
      options = SoakOptions.parse(words, () -> RandomGenerator.getDefault().nextInt(1, 1_000_000));
    } catch (IllegalArgumentException e) {
      System.err.println("bench soak: " + e.getMessage());
      return USAGE;
    }
    return new SoakBench(options, System.out).run() ? 0 : BROKEN_PROMISE;
  }
}
