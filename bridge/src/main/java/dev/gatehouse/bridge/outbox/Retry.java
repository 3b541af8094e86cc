package dev.gatehouse.bridge.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits between attempts to send: doubling, with full jitter, up to a bound.
 *
 * @param first the upper bound of the first wait
 * @param longest where doubling ends
 */
public record Retry(Duration first, Duration longest) {
  /** What suits SQS. */
  public static final Retry DEFAULT = new Retry(Duration.ofMillis(50), Duration.ofSeconds(5));

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait before the next attempt.
   *
   * @param failures how many attempts in a row have failed, from 1
   */
  Duration delay(int failures, RandomGenerator random) {
    Duration bound = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration most = bound.compareTo(longest) < 0 ? bound : longest;
    return Duration.ofNanos((long) (most.toNanos() * (1 + random.nextDouble()) / 2));
  }
}
