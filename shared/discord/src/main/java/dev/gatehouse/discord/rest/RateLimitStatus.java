package dev.gatehouse.discord.rest;

import java.time.Duration;

/**
 * What is left of a rate limit, so that a caller who edits often can spread the edits.
 *
 * @param remaining calls that may still be made in this window, 0 or more
 * @param resetAfter time until the window ends; zero when no window is running
 */
public record RateLimitStatus(int remaining, Duration resetAfter) {
  /** Nothing is known yet: a first call may be made at once. */
  public static final RateLimitStatus UNKNOWN = new RateLimitStatus(1, Duration.ZERO);

  /**
   * The time to leave before the next call so that the window's calls are spread evenly: zero when
   * no window is running, all of it when nothing remains.
   */
  public Duration interval() {
    return remaining < 1 ? resetAfter : resetAfter.dividedBy(remaining);
  }
}
