package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.discord.rest.TooManyRequests.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TooManyRequestsTest {

  @Test
  void isNoneOfTheOtherStatuses() {
    assertThat(TooManyRequests.in(Answers.message()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"user,USER", "global,GLOBAL", "shared,SHARED", "of-tomorrow,USER"})
  void tellsWhoseLimitItIs(String header, Scope scope) {
    assertThat(read(Answers.tooMany(header, "1")).scope()).isEqualTo(scope);
  }

  @Test
  void knowsTheGlobalLimitByItsOwnHeader() {
    var answer = Answers.of(429, "", "Via", "1.1 google", "X-RateLimit-Global", "true");
    assertThat(read(answer).scope()).isEqualTo(Scope.GLOBAL);
  }

  @Test
  void knowsTheProxyByTheMissingVia() {
    assertThat(read(Answers.of(429, "error code: 1015")).scope()).isEqualTo(Scope.CLOUDFLARE);
  }

  /** The columns: Via, the body's retry_after, the header Retry-After, the header Date. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "google, 0.25,    9,        -, PT0.25S",
        "google, 1e3,     9,        -, PT16M40S",
        "google, 0,       9,        -, PT0S",
        "google, 1e300,   9,        -, PT24H",
        "google, -5,      9,        -, PT9S",
        "google, 1e400,   9,        -, PT9S",
        "google, '\"7\"', 9,        -, PT9S",
        "google, null,    9,        -, PT9S",
        "google, {},      9,        -, PT9S",
        "google, null,    86400000, -, PT24H",
        "google, null,    later,    -, PT1S",
        "google, null,    NaN,      -, PT1S",
        "google, null,    Infinity, -, PT1S",
        "google, null,    -3,       -, PT1S",
        "google, null,    '',       -, PT1S",
        "google, null,    -,        -, PT1S",
        "google, null, 'Sun, 29 Nov 2026 10:00:30 GMT', 'Sun, 29 Nov 2026 10:00:00 GMT', PT30S",
        "google, null, 'Sun, 29 Nov 2026 09:00:00 GMT', 'Sun, 29 Nov 2026 10:00:00 GMT', PT1S",
        "google, null, 'Sun, 29 Nov 2026 10:00:30 GMT', -,     PT1S",
        "google, null, 'Sun, 29 Nov 2026 10:00:30 GMT', today, PT1S",
        "-,      -,       -,        -, PT1M",
        "-,      -,       later,    -, PT1M",
        "-,      -,       NaN,      -, PT1M",
        "-,      -,       -1,       -, PT1M",
        "-,      -,       7,        -, PT7S",
        "-,      -,       3600,     -, PT1H",
        "-,      2.5,     7,        -, PT2.5S",
        "-, -, 'Sun, 29 Nov 2026 10:02:00 GMT', 'Sun, 29 Nov 2026 10:00:00 GMT', PT2M",
        "-, -, 'Sun, 29 Nov 2026 10:02:00 GMT', -, PT1M"
      })
  void waitsAsLongAsTheAnswerSaysElseAsLongAsIsSafe(
      @Nullable String via,
      @Nullable String body,
      @Nullable String retryAfter,
      @Nullable String date,
      Duration expected) {
    List<String> headers = new ArrayList<>();
    add(headers, "Via", via);
    add(headers, "Retry-After", retryAfter);
    add(headers, "Date", date);
    String json = body == null ? "<html>error 1015</html>" : "{\"retry_after\":" + body + "}";
    var answer = Answers.of(429, json, headers.toArray(String[]::new));
    assertThat(read(answer).retryAfter()).isEqualTo(expected);
  }

  private static void add(List<String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.addAll(List.of(name, value));
    }
  }

  private static TooManyRequests read(ApiResponse answer) {
    return TooManyRequests.in(answer).orElseThrow();
  }
}
