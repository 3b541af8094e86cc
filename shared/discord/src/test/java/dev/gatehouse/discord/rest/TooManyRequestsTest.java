package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.discord.rest.TooManyRequests.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TooManyRequestsTest {

  @Test
  void isNoneOfTheOtherStatuses() {
    assertTrue(TooManyRequests.in(Answers.message()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"user,USER", "global,GLOBAL", "shared,SHARED", "of-tomorrow,USER"})
  void tellsWhoseLimitItIs(String header, Scope scope) {
    assertEquals(scope, read(Answers.tooMany(header, "1")).scope());
  }

  @Test
  void knowsTheGlobalLimitByItsOwnHeader() {
    var answer = Answers.of(429, "", "Via", "1.1 google", "X-RateLimit-Global", "true");
    assertEquals(Scope.GLOBAL, read(answer).scope());
  }

  @Test
  void knowsTheProxyByTheMissingVia() {
    assertEquals(Scope.CLOUDFLARE, read(Answers.of(429, "error code: 1015")).scope());
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 9, PT0.25S",
    "1e3, 9, PT16M40S",
    "-5, 9, PT0S",
    "1e300, 9, PT24H",
    "1e400, 9, PT24H",
    "'\"7\"', 9, PT9S",
    "null, 9, PT9S",
    "null, later, PT1S",
    "null, NaN, PT1S"
  })
  void takesTheExactTimeOfTheBodyElseTheHeaderElseASecond(
      String body, String header, Duration expected) {
    var answer =
        Answers.of(
            429, "{\"retry_after\":" + body + "}", "Via", "1.1 google", "Retry-After", header);
    assertEquals(expected, read(answer).retryAfter());
  }

  private static TooManyRequests read(ApiResponse answer) {
    return TooManyRequests.in(answer).orElseThrow();
  }
}
