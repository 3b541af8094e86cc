package dev.gatehouse.discord.rest;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of all routes, as the headers of answers tell them; nothing is known beforehand.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Rate limits</a>
 */
final class RateLimits {
  private final BucketKeys keys = new BucketKeys();
  private final BucketGates gates;

  RateLimits(Time time) {
    this.gates = new BucketGates(time);
  }

  /**
   * Waits until the route may be called. While its bucket is unknown, one call at a time goes out;
   * those that waited for it move on to the bucket that it found.
   */
  Permit acquire(Route route) throws InterruptedException {
    while (true) {
      Permit permit = acquireUnder(keys.keyOf(route), route);
      if (permit.isFor(keys.keyOf(route))) {
        return permit;
      }
      permit.close();
    }
  }

  RateLimitStatus pace(Route route) {
    String key = keys.keyOf(route);
    BucketGate gate = key == null ? null : gates.find(key);
    return gate == null ? RateLimitStatus.UNKNOWN : gate.pace();
  }

  int bucketsHeld() {
    return gates.size();
  }

  private Permit acquireUnder(@Nullable String key, Route route) throws InterruptedException {
    if (key == null) {
      return new Permit(route, null, null);
    }
    BucketGate gate = gates.enter(key, keys.limitOf(route));
    try {
      gate.acquire();
    } catch (InterruptedException e) {
      gates.leave(key);
      throw e;
    }
    return new Permit(route, key, gate);
  }

  /** Learns from an answer, before the permit of its call is given back. */
  private void observe(Route route, ApiResponse response) {
    Optional<RateLimitHeaders> headers = RateLimitHeaders.of(response.headers());
    Optional<TooManyRequests> refusal =
        TooManyRequests.in(response).filter(refused -> !refused.scope().stopsEverything());
    headers.ifPresent(told -> keys.learn(route, told));
    if (headers.isEmpty() && response.successful() && !refusedJustNow(route)) {
      keys.learnNoLimit(route);
    }
    if (refusal.isPresent()) {
      keys.forgetNoLimit(route);
    }
    String key = keys.keyOf(route);
    if (key != null) {
      observeUnder(key, route, headers, refusal);
    }
  }

  /** A refusal may overtake the answer to an earlier call. */
  private boolean refusedJustNow(Route route) {
    return !pace(route).resetAfter().isZero();
  }

  private void observeUnder(
      String key,
      Route route,
      Optional<RateLimitHeaders> headers,
      Optional<TooManyRequests> refusal) {
    BucketGate gate = gates.enter(key, keys.limitOf(route));
    headers.ifPresent(gate::observe);
    refusal.ifPresent(refused -> gate.exhaust(refused.retryAfter()));
    gates.leave(key);
  }

  /**
   * The right to make one call. It is completed with the answer; closing it without one gives it
   * back unused.
   */
  final class Permit implements AutoCloseable {
    private final Route route;
    private final @Nullable String key;
    private final @Nullable BucketGate gate;

    /**
     * A permit.
     *
     * @param key the bucket, or null when the route has no limit
     * @param gate the gate under that key, or null with it
     */
    private Permit(Route route, @Nullable String key, @Nullable BucketGate gate) {
      this.route = route;
      this.key = key;
      this.gate = gate;
    }

    private boolean isFor(@Nullable String bucketKey) {
      return Objects.equals(key, bucketKey);
    }

    /** Learns the state of the limit from the answer. */
    void complete(ApiResponse response) {
      observe(route, response);
    }

    @Override
    public void close() {
      if (key != null && gate != null) {
        gate.release();
        gates.leave(key);
      }
    }
  }
}
