package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.discord.rest.TooManyRequests.Scope;
import java.time.Duration;
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
    assertThat(read(answer).retryAfter()).isEqualTo(expected);
  }

  private static TooManyRequests read(ApiResponse answer) {
    return TooManyRequests.in(answer).orElseThrow();
  }
}
