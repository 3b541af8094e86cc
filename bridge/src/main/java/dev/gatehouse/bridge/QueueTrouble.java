package dev.gatehouse.bridge;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the queue's trouble and of its end, at most one pair of lines a minute: under throttling
 * one call fails and the next one does not. Each line tells how often it failed since the last end
 * that was told. Safe for use by several threads.
 */
final class QueueTrouble {
  /** From one line that tells of trouble to the next. */
  static final Duration APART = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(QueueTrouble.class);

  private final LongSupplier nanos;
  private volatile boolean failing;
  private boolean told;
  private long failures;
  private long nextNanos;

  /**
   * @param nanos a monotonic clock
   */
  QueueTrouble(LongSupplier nanos) {
    this.nanos = nanos;
    this.nextNanos = nanos.getAsLong();
  }

  /** Whether the last call to the queue failed. */
  boolean isPresent() {
    return failing;
  }

  /** A call failed, or a part of it. */
  synchronized void failed(String reason) {
    failing = true;
    failures++;
    long now = nanos.getAsLong();
    if (!told && now - nextNanos >= 0) {
      nextNanos = now + APART.toNanos();
      told = true;
      LOG.atWarn()
          .addKeyValue("reason", reason)
          .addKeyValue("failures", failures)
          .log("the queue does not take events, retrying");
    }
  }

  /** The queue took something; called for each event. */
  void succeeded() {
    if (failing) {
      ended();
    }
  }

  private synchronized void ended() {
    failing = false;
    if (told) {
      told = false;
      LOG.atInfo().addKeyValue("failures", failures).log("the queue takes events again");
      failures = 0;
    }
  }
}
