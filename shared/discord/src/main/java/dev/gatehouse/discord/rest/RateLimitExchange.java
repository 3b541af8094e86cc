package dev.gatehouse.discord.rest;

import java.io.IOException;
import java.time.Duration;

/** Sends a call when its bucket has room, and learns from the answer. */
final class RateLimitExchange implements Exchange {
  private final RateLimits limits;
  private final RestMetrics metrics;
  private final Time time;
  private final Exchange next;

  RateLimitExchange(RateLimits limits, RestMetrics metrics, Time time, Exchange next) {
    this.limits = limits;
    this.metrics = metrics;
    this.time = time;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    long asked = time.nanos();
    try (RateLimits.Permit permit = limits.acquire(request.route())) {
      metrics.waited(request.route(), Duration.ofNanos(time.nanos() - asked));
      ApiResponse response = next.exchange(request);
      permit.complete(response);
      return response;
    }
  }
}
