package dev.gatehouse.discord.rest;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers as Discord gives them. */
final class Answers {
  static final String MESSAGE = "{\"id\":\"1\",\"channel_id\":\"2\",\"content\":\"hi\"}";

  private Answers() {}

  static ApiResponse message() {
    return of(200, MESSAGE);
  }

  static ApiResponse error(int status, int code) {
    return of(status, "{\"code\":%d,\"message\":\"no\"}".formatted(code));
  }

  static ApiResponse of(int status, String body, String... headers) {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return new ApiResponse(
        status, HttpHeaders.of(map, (k, v) -> true), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A message with what is left of its limit. */
  static ApiResponse limited(String bucket, int limit, int remaining, String resetAfter) {
    return of(
        200,
        MESSAGE,
        "X-RateLimit-Bucket",
        bucket,
        "X-RateLimit-Limit",
        Integer.toString(limit),
        "X-RateLimit-Remaining",
        Integer.toString(remaining),
        "X-RateLimit-Reset-After",
        resetAfter);
  }

  /** A 429 of Discord itself, with seconds to wait. */
  static ApiResponse tooMany(String scope, String retryAfter) {
    return of(
        429,
        "{\"message\":\"You are being rate limited.\",\"retry_after\":%s}".formatted(retryAfter),
        "Via",
        "1.1 google",
        "X-RateLimit-Scope",
        scope,
        "Retry-After",
        "99");
  }
}
