package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.List;

/** Writes down what it is told. */
record RecordingMetrics(List<String> told) implements RestMetrics {
  @Override
  public void answered(Route route, int status, Duration took) {
    told.add(route + " " + status);
  }

  @Override
  public void failed(Route route, Duration took) {
    told.add(route + " failed");
  }

  @Override
  public void rateLimited(Route route, String scope, Duration retryAfter) {
    told.add(scope);
  }
}
