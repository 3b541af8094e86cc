package dev.gatehouse.discord.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Tells the metrics about each attempt. */
final class MetricsExchange implements Exchange {
  private final RestMetrics metrics;
  private final Time time;
  private final Exchange next;

  MetricsExchange(RestMetrics metrics, Time time, Exchange next) {
    this.metrics = metrics;
    this.time = time;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    long start = time.nanos();
    try {
      ApiResponse response = next.exchange(request);
      report(request.route(), response, since(start));
      return response;
    } catch (IOException e) {
      metrics.failed(request.route(), since(start));
      throw e;
    }
  }

  private void report(Route route, ApiResponse response, Duration took) {
    metrics.answered(route, response.status(), took);
    TooManyRequests.in(response)
        .ifPresent(refused ->
            metrics.rateLimited(
                route, refused.scope().name().toLowerCase(Locale.ROOT), refused.retryAfter()));
  }

  private Duration since(long start) {
    return Duration.ofNanos(time.nanos() - start);
  }
}
