package dev.gatehouse.cloud.dynamodb;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to make a call again: three attempts in all, between them pauses of random length below a
 * bound that doubles.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry
 *     behavior of the AWS SDKs, standard mode</a>
 */
final class Retries {
  /** Waiting, as a parameter, so that a test need not wait. */
  @FunctionalInterface
  interface Pause {
    void take(Duration duration) throws InterruptedException;
  }

  private static final int ATTEMPTS = 3;
  private static final Duration USUAL = Duration.ofMillis(100);
  private static final Duration THROTTLED = Duration.ofSeconds(1);

  private final RandomGenerator random;
  private final Pause pause;

  Retries(RandomGenerator random, Pause pause) {
    this.random = random;
    this.pause = pause;
  }

  /**
   * Waits until the next attempt, if there should be one.
   *
   * @param attempt the one that failed, counted from 1
   * @return whether to make the next attempt
   */
  boolean pauseAfter(int attempt, Trouble trouble) throws InterruptedException {
    if (attempt >= ATTEMPTS || trouble == Trouble.REFUSED) {
      return false;
    }
    Duration most = bound(trouble).multipliedBy(1L << (attempt - 1));
    pause.take(Duration.ofNanos((long) (most.toNanos() * random.nextDouble())));
    return true;
  }

  private static Duration bound(Trouble trouble) {
    return switch (trouble) {
      case UNREACHED, UNANSWERED -> USUAL;
      case THROTTLED -> THROTTLED;
      case STALE, REFUSED -> Duration.ZERO;
    };
  }
}
