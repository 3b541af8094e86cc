package dev.gatehouse.bench.coldstart;

import dev.gatehouse.bench.compare.Distribution;
import dev.gatehouse.bench.compare.NodePeers;
import dev.gatehouse.local.runtime.Answer;
import dev.gatehouse.local.runtime.RuntimeApi;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Times process start to the first deferred response, with the interaction durable in SQS: ours
 * under the real Runtime Interface Client and a Node handler under the same Runtime API, in turn.
 */
public final class ColdStart {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final double GOAL_MILLIS = 250;

  private final int runs;
  private final InstantSource clock;
  private final PrintStream out;

  public ColdStart(int runs, InstantSource clock, PrintStream out) {
    this.runs = runs;
    this.clock = clock;
    this.out = out;
  }

  /** Runs and prints; the files are those of a built checkout that is the working directory. */
  public void run() throws IOException, InterruptedException {
    try (ColdStartFixture stage = ColdStartFixture.open()) {
      Runtime.Java ours =
          new Runtime.Java(
              System.getProperty("java.home"),
              new File("functions/interactions/target/gatehouse-interactions.jar"));
      out.printf(
          Locale.ROOT, "jar with dependencies: %.2f MB%n", ours.jar().length() / (1024.0 * 1024));
      List<Runtime> runtimes = withPeer(ours);
      measureAndPrint(stage, runtimes);
    }
  }

  private List<Runtime> withPeer(Runtime ours) throws IOException, InterruptedException {
    return NodePeers.script("coldstart.mjs", out)
        .<List<Runtime>>map(script -> List.of(ours, new Runtime.Node(script)))
        .orElse(List.of(ours));
  }

  private void measureAndPrint(ColdStartFixture stage, List<Runtime> runtimes)
      throws IOException, InterruptedException {
    double[][] millis = new double[runtimes.size()][runs];
    for (int run = -1; run < runs; run++) {
      for (int which = 0; which < runtimes.size(); which++) {
        double taken = once(stage, runtimes.get(which));
        if (run >= 0) {
          millis[which][run] = taken;
        }
      }
      out.print(".");
      out.flush();
    }
    print(runtimes, millis);
  }

  private double once(ColdStartFixture stage, Runtime runtime)
      throws IOException, InterruptedException {
    try (RuntimeApi api = RuntimeApi.start(TIMEOUT, clock, System::nanoTime)) {
      api.offer(stage.event());
      long start = System.nanoTime();
      Process process = runtime.start(stage.environment(), api.address());
      try {
        Answer.Response response = deferred(runtime, api.await());
        stage.expectOneMessage();
        return (response.at() - start) / 1e6;
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static Answer.Response deferred(Runtime runtime, Answer answer) {
    return switch (answer) {
      case Answer.Response response when response.body().contains("\\\"type\\\":5") -> response;
      case Answer.Response(String body, long _) ->
          throw new IllegalStateException(runtime.name() + " did not defer: " + body);
      case Answer.Failure(String body) ->
          throw new IllegalStateException(runtime.name() + " failed: " + body);
    };
  }

  private void print(List<Runtime> runtimes, double[][] millis) {
    out.printf(
        "%nprocess start to first deferred response, message durable in SQS; %d runs in turn%n",
        runs);
    out.printf("%-36s %8s %8s %8s  (ms)%n", "", "median", "min", "max");
    for (int which = 0; which < runtimes.size(); which++) {
      Distribution figures = new Distribution(millis[which]);
      out.printf(
          Locale.ROOT,
          "%-36s %8.0f %8.0f %8.0f%n",
          runtimes.get(which).name(),
          figures.median(),
          figures.min(),
          figures.max());
    }
    printRatio(millis);
  }

  private void printRatio(double[][] millis) {
    double ours = new Distribution(millis[0]).median();
    out.printf(
        Locale.ROOT,
        "goal below %.0f ms: %s%n",
        GOAL_MILLIS,
        ours < GOAL_MILLIS ? "met" : "missed");
    if (millis.length > 1) {
      double peer = new Distribution(millis[1]).median();
      out.printf(Locale.ROOT, "ours / peer: %.2f%n", ours / peer);
    }
  }
}
