package dev.gatehouse.discord.rest;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/**
 * What the headers of an answer say about its rate limit.
 *
 * @param bucket the hash that routes of one limit share, without their top-level resource
 * @param limit calls in one window
 * @param remaining calls left in this window
 * @param resetAfter time until the window ends
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits#header-format">Header
 *     format</a>
 */
record RateLimitHeaders(String bucket, int limit, int remaining, Duration resetAfter) {

  /** Empty when the answer has none, or none that can be read. */
  static Optional<RateLimitHeaders> of(HttpHeaders headers) {
    try {
      return headers.firstValue("X-RateLimit-Bucket").map(bucket -> read(bucket, headers));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static RateLimitHeaders read(String bucket, HttpHeaders headers) {
    return new RateLimitHeaders(
        bucket,
        Integer.parseInt(required(headers, "X-RateLimit-Limit")),
        Integer.parseInt(required(headers, "X-RateLimit-Remaining")),
        Seconds.parse(required(headers, "X-RateLimit-Reset-After")));
  }

  private static String required(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }
}
