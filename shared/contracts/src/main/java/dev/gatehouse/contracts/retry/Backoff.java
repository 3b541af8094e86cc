package dev.gatehouse.contracts.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential backoff with <em>full jitter</em>. The wait
 * is drawn evenly from between zero and a bound; the bound doubles with each attempt that has
 * failed, until it reaches the longest wait. So callers that failed together do not come back
 * together.
 *
 * @see <a
 *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 *     retries and backoff with jitter</a>
 */
public final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  /**
   * @param first the bound of the wait after the first attempt
   * @param longest where the bound stops growing, at least {@code first}
   */
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "first must not be negative and longest not below it, were " + first + ", " + longest);
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * The wait after the attempt of this number.
   *
   * @param attempt how many attempts in a row have failed, from 1
   */
  public Duration after(int attempt) {
    return Duration.ofNanos((long) (bound(attempt).toNanos() * random.nextDouble()));
  }

  /**
   * The same, but not shorter than the server asks for.
   *
   * @param atLeast what its answer said, such as {@code Retry-After}
   */
  public Duration after(int attempt, Duration atLeast) {
    Duration wait = after(attempt);
    return wait.compareTo(atLeast) < 0 ? atLeast : wait;
  }

  /** What the wait after the attempt of this number stays below. */
  public Duration bound(int attempt) {
    return bound(first, longest, attempt);
  }

  /**
   * A wait that doubles with each attempt that has failed, without jitter: for one caller that must
   * not come back in another order than it left.
   *
   * @param first the wait after the first attempt
   * @param longest where it stops growing
   * @param attempt how many attempts in a row have failed, from 1
   */
  public static Duration bound(Duration first, Duration longest, int attempt) {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be 1 or more, was " + attempt);
    }
    Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
