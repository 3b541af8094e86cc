package dev.gatehouse.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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

  /** The proxy counts by the minute, and goes on refusing who comes back sooner. */
  private static final Duration PROXY_WITHOUT_A_HINT = Duration.ofMinutes(1);

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
    if (response.status() != STATUS) {
      return Optional.empty();
    }
    Scope scope = scope(response.headers());
    Duration wait =
        inBody(response)
            .or(() -> inHeader(response.headers()))
            .orElse(scope == Scope.CLOUDFLARE ? PROXY_WITHOUT_A_HINT : WITHOUT_A_HINT);
    return Optional.of(new TooManyRequests(scope, wait));
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
  private static Optional<Duration> inBody(ApiResponse response) {
    JsonNode exact = ApiErrors.tree(response.body()).path("retry_after");
    return exact.isNumber() ? seconds(exact.asText()) : Optional.empty();
  }

  /** Seconds, or the moment when the wait is over, as HTTP allows. */
  private static Optional<Duration> inHeader(HttpHeaders headers) {
    String hint = headers.firstValue("Retry-After").orElse("");
    return seconds(hint)
        .or(() ->
            date(hint)
                .flatMap(end ->
                    headers
                        .firstValue("Date")
                        .flatMap(TooManyRequests::date)
                        .map(now -> Duration.between(now, end))))
        .filter(wait -> !wait.isNegative());
  }

  private static Optional<Duration> seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      return Double.isFinite(seconds) && seconds >= 0
          ? Optional.of(Seconds.parse(text))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
