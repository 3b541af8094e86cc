package dev.gatehouse.bench.soak;

import dev.gatehouse.bench.bridge.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Minutes of load in which everything goes wrong now and then; in the end, what the simulator
 * dispatched is compared with what a consumer of the queue has had.
 */
public final class SoakBench {
  private static final String HEARTBEAT_MILLIS = "5000";
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration PROGRESS = Duration.ofSeconds(15);

  /** Longer than the bridge's own waits for RESUMED and between connections, twice in a row. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final int QUIET_POLLS = 3;

  private final SoakOptions options;
  private final SoakReport report;

  public SoakBench(SoakOptions options, PrintStream out) {
    this.options = options;
    this.report = new SoakReport(out);
  }

  /**
   * Runs and prints; the files are those of a built checkout that is the working directory.
   *
   * @return whether nothing was lost, doubled or overtaken
   */
  public boolean run() throws Exception {
    report.begin(options);
    try (SoakCloud cloud = SoakCloud.start();
        Sender sender = Sender.start("--heartbeat", HEARTBEAT_MILLIS);
        Consumer consumer = Consumer.start(cloud.queue());
        BridgeProcesses bridges = BridgeProcesses.start(sender, cloud)) {
      sender.awaitSession();
      List<ScheduledFault> schedule =
          Schedule.of(options.length(), new SplittableRandom(options.seed()));
      FaultRunner director =
          new FaultRunner(schedule, new SoakProcesses(sender, cloud.proxy(), bridges));
      soak(sender, consumer, bridges, director);
      Sequences dispatched = ledger(sender);
      Received received = settle(dispatched, consumer, bridges);
      Verdict verdict = Verdict.of(dispatched, received);
      report.end(
          options.events(), verdict, received.gaps().size(), director.tally(), bridges.lives());
      return verdict.holds();
    }
  }

  private void soak(Sender sender, Consumer consumer, BridgeProcesses bridges, FaultRunner director)
      throws IOException, InterruptedException {
    EventLoad load = EventLoad.start(sender, options);
    long start = System.nanoTime();
    Duration told = Duration.ZERO;
    while (load.isRunning()) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      director.proceed(elapsed);
      bridges.check();
      bridges.sample();
      consumer.check();
      if (elapsed.minus(told).compareTo(PROGRESS) >= 0) {
        told = elapsed;
        report.progress(
            elapsed.toSeconds(),
            load.sent(),
            consumer.arrivals().count(),
            bridges.lives(),
            director.tally());
      }
      Thread.sleep(TICK);
    }
    load.check();
    director.end();
  }

  private static Sequences ledger(Sender sender) throws IOException, InterruptedException {
    try (InputStream ledger = sender.ledger()) {
      return LedgerReader.messages(ledger);
    }
  }

  /** Waits until all has come that is owed and the queue is quiet, or nothing comes any more. */
  private static Received settle(Sequences dispatched, Consumer consumer, BridgeProcesses bridges)
      throws InterruptedException {
    long seen = -1;
    long last = System.nanoTime();
    while (System.nanoTime() - last < PATIENCE.toNanos()) {
      Received received = consumer.arrivals().received();
      if (Verdict.of(dispatched, received).isComplete() && consumer.emptyAnswers() >= QUIET_POLLS) {
        return received;
      }
      if (consumer.arrivals().count() != seen) {
        seen = consumer.arrivals().count();
        last = System.nanoTime();
      }
      bridges.check();
      consumer.check();
      Thread.sleep(TICK);
    }
    return consumer.arrivals().received();
  }
}
