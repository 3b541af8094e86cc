package dev.gatehouse.llm.adapter;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a provider asks to be left alone: seconds or a date (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a>), or milliseconds in
 * the header that OpenAI and Anthropic add.
 */
final class RetryAfter {
  /** A year in seconds; more is a mistake. */
  private static final double MOST = 366 * 86_400;

  private RetryAfter() {}

  static Optional<Duration> in(HttpHeaders headers, Instant now) {
    Optional<Duration> millis =
        headers.firstValue("retry-after-ms").flatMap(RetryAfter::number).map(Duration::ofMillis);
    return millis.or(() -> headers.firstValue("retry-after").flatMap(value -> parse(value, now)));
  }

  private static Optional<Duration> parse(String value, Instant now) {
    return number(value).map(Duration::ofSeconds).or(() -> date(value, now));
  }

  private static Optional<Long> number(String value) {
    try {
      double number = Double.parseDouble(value);
      return number >= 0 && number <= MOST
          ? Optional.of((long) Math.ceil(number))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
