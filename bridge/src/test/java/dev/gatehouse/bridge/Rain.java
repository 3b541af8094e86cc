package dev.gatehouse.bridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Many people who talk without end, so that whatever a test does happens while events flow: the
 * rain falls in short showers until it is told to stop.
 */
final class Rain {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHANNELS = 20;
  private static final int SHOWER = 200;

  private final Person people;
  private final int rate;
  private CompletableFuture<Void> fallen = CompletableFuture.completedFuture(null);
  private volatile boolean stopping;

  /**
   * @param rate messages per second
   */
  Rain(Person people, int rate) {
    this.people = people;
    this.rate = rate;
  }

  void begin() {
    stopping = false;
    fallen = CompletableFuture.runAsync(this::fall, Thread.ofVirtual()::start);
  }

  private void fall() {
    while (!stopping) {
      people.firehose(CHANNELS, SHOWER, rate);
    }
  }

  /** Lets the present shower be the last one, and waits for its end; tells when it had failed. */
  void stop() {
    stopping = true;
    fallen.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
