package dev.gatehouse.discord.rest;

import java.time.Duration;

/** What a client tells about each attempt; called on the calling thread, so it must be quick. */
public interface RestMetrics {
  /** Tells nobody. */
  RestMetrics NONE = new RestMetrics() {};

  /** An answer came, whatever its status. */
  default void answered(Route route, int status, Duration took) {}

  /** No answer came. */
  default void failed(Route route, Duration took) {}

  /**
   * An answer was 429.
   *
   * @param scope {@code user}, {@code global}, {@code shared}, or {@code cloudflare} when it came
   *     from in front of Discord
   */
  default void rateLimited(Route route, String scope, Duration retryAfter) {}

  /** A call waited for its rate limit before it was sent. */
  default void waited(Route route, Duration waited) {}
}
