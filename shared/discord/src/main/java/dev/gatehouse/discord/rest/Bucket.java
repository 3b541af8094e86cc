package dev.gatehouse.discord.rest;

import java.time.Duration;

/**
 * The count of one rate limit: what is left of its window, and which calls are on their way. It
 * knows no threads; whoever uses it holds its lock.
 */
final class Bucket {
  /** No window is running: the next call begins one. */
  private static final long NO_WINDOW = Long.MIN_VALUE;

  private int limit;
  private int remaining;
  private int inFlight;
  private long windowEnd = NO_WINDOW;

  /** A limit that is not known yet counts as 1, so that one call finds it out. */
  Bucket(int limit) {
    this.limit = limit;
    this.remaining = limit;
  }

  /** Takes a permit if there is one. */
  boolean tryAcquire(long now) {
    roll(now);
    if (remaining - inFlight < 1) {
      return false;
    }
    inFlight++;
    return true;
  }

  /** Time until the window ends; zero when there is nothing to wait for but a call's answer. */
  Duration untilReset(long now) {
    roll(now);
    return windowEnd == NO_WINDOW ? Duration.ZERO : Duration.ofNanos(windowEnd - now);
  }

  /** The call came to an end; what its answer said is observed before this. */
  void release() {
    inFlight--;
  }

  /** Answers may overtake each other: within one window the lowest count holds. */
  void observe(RateLimitHeaders headers, long now) {
    roll(now);
    remaining =
        windowEnd == NO_WINDOW ? headers.remaining() : Math.min(remaining, headers.remaining());
    limit = Math.max(1, headers.limit());
    endWindowAt(now + headers.resetAfter().toNanos());
  }

  /** An answer was 429: nothing is left for this long, whatever was counted. */
  void exhaust(Duration retryAfter, long now) {
    remaining = 0;
    endWindowAt(now + retryAfter.toNanos());
  }

  private void endWindowAt(long end) {
    windowEnd = Math.max(windowEnd, end);
  }

  /** Whether nothing would be lost if it were forgotten. */
  boolean idle(long now) {
    roll(now);
    return inFlight == 0 && windowEnd == NO_WINDOW;
  }

  RateLimitStatus pace(long now) {
    Duration reset = untilReset(now);
    return new RateLimitStatus(Math.max(0, remaining - inFlight), reset);
  }

  private void roll(long now) {
    if (windowEnd != NO_WINDOW && now - windowEnd >= 0) {
      windowEnd = NO_WINDOW;
      remaining = limit;
    }
  }
}
