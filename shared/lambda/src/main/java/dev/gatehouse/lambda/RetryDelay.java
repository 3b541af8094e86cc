package dev.gatehouse.lambda;

import java.time.Duration;

/**
 * How long a record that failed stays away: seconds, growing and bounded, so that a channel is
 * silent for no longer than that once the cause has passed.
 */
final class RetryDelay {
  private static final int FIRST_SECONDS = 2;
  private static final int MOST_SECONDS = 15;
  private static final int MOST_DOUBLINGS = 3;

  private RetryDelay() {}

  /**
   * The delay after that many deliveries.
   *
   * @param receiveCount 1 after the first
   */
  static Duration after(int receiveCount) {
    int doubled = FIRST_SECONDS << Math.min(receiveCount - 1, MOST_DOUBLINGS);
    return Duration.ofSeconds(Math.min(doubled, MOST_SECONDS));
  }
}
