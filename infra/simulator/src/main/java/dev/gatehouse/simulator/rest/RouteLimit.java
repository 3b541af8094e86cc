package dev.gatehouse.simulator.rest;

import java.time.Duration;
import java.util.Locale;

/**
 * How often a route may be called. The routes that share a bucket name share its allowance.
 *
 * @param bucket what the bucket's hash is made from
 */
record RouteLimit(String bucket, int limit, Duration window) {
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  /** The limit of a route; real ones differ by route and change, so clients read the headers. */
  static RouteLimit of(String method, String template) {
    String route = method + " " + template;
    return switch (route) {
      case "DELETE /channels/{channel}/messages/{message}" -> new RouteLimit(route, 5, ONE_SECOND);
      case "POST /webhooks/{webhook}/{token}",
          "PATCH /webhooks/{webhook}/{token}/messages/{message}" ->
          new RouteLimit("webhook", 5, Duration.ofSeconds(2));
      case "POST /interactions/{interaction}/{token}/callback" ->
          new RouteLimit(route, 50, ONE_SECOND);
      case "GET /gateway/bot" -> new RouteLimit(route, 2, FIVE_SECONDS);
      case "GET /users/@me", "GET /applications/@me", "GET /oauth2/applications/@me" ->
          new RouteLimit(route, 30, Duration.ofSeconds(30));
      default ->
          template.contains("/reactions/") ? reactions() : new RouteLimit(route, 5, FIVE_SECONDS);
    };
  }

  private static RouteLimit reactions() {
    return new RouteLimit("reactions", 1, Duration.ofMillis(250));
  }

  /** What a client sees of the bucket: stable, and without the top-level resource. */
  String hash() {
    return String.format(Locale.ROOT, "%08x%08x", bucket.hashCode(), (bucket + window).hashCode());
  }
}
