package dev.gatehouse.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer with status 429.
 *
 * @param scope whose limit was reached
 * @param retryAfter how long to wait
 * @see <a
 *     href="https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit">Exceeding
 *     a rate limit</a>
 */
record TooManyRequests(Scope scope, Duration retryAfter) {
  static final int STATUS = 429;

  private static final Duration WITHOUT_A_HINT = Duration.ofSeconds(1);

  /** Whose limit it is. */
  enum Scope {
    /** This bot's, on this route. */
    USER,
    /** This bot's, over all routes. */
    GLOBAL,
    /** That of the resource, whoever calls; it does not count as an invalid response. */
    SHARED,
    /** That of our address, from the proxy in front of Discord. */
    CLOUDFLARE;

    /** Whether it stops calls on every route. */
    boolean stopsEverything() {
      return this == GLOBAL || this == CLOUDFLARE;
    }
  }

  /** Empty for any other status. */
  static Optional<TooManyRequests> in(ApiResponse response) {
    return response.status() == STATUS
        ? Optional.of(new TooManyRequests(scope(response.headers()), retryAfter(response)))
        : Optional.empty();
  }

  /** Discord's own answers went through its proxies and carry Via; Cloudflare's do not. */
  private static Scope scope(HttpHeaders headers) {
    if (headers.firstValue("Via").isEmpty()) {
      return Scope.CLOUDFLARE;
    }
    if (headers.firstValue("X-RateLimit-Global").isPresent()) {
      return Scope.GLOBAL;
    }
    return switch (headers.firstValue("X-RateLimit-Scope").orElse("user")) {
      case "global" -> Scope.GLOBAL;
      case "shared" -> Scope.SHARED;
      default -> Scope.USER;
    };
  }

  /** The body has fractions of a second, the header only whole ones. */
  private static Duration retryAfter(ApiResponse response) {
    JsonNode exact = ApiErrors.tree(response.body()).path("retry_after");
    String header = response.headers().firstValue("Retry-After").orElse("");
    try {
      return Seconds.parse(exact.isNumber() ? exact.asText() : header);
    } catch (NumberFormatException e) {
      return WITHOUT_A_HINT;
    }
  }
}
