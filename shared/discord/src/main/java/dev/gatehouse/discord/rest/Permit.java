package dev.gatehouse.discord.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to make one call. It is completed with the answer; closing it without one gives it back
 * unused.
 */
final class Permit implements AutoCloseable {
  private final RateLimits limits;
  private final Route route;
  private final @Nullable String key;
  private final @Nullable BucketGate gate;

  /**
   * @param key the bucket, or null when the route has no limit
   * @param gate the gate under that key, or null with it
   */
  Permit(RateLimits limits, Route route, @Nullable String key, @Nullable BucketGate gate) {
    this.limits = limits;
    this.route = route;
    this.key = key;
    this.gate = gate;
  }

  boolean isFor(@Nullable String bucketKey) {
    return Objects.equals(key, bucketKey);
  }

  /** Learns the state of the limit from the answer. */
  void complete(ApiResponse response) {
    limits.observe(route, response);
  }

  @Override
  public void close() {
    if (key != null && gate != null) {
      limits.giveBack(key, gate);
    }
  }
}
