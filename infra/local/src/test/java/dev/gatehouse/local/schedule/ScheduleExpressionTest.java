package dev.gatehouse.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleExpressionTest {
  /** 2026-03-04 is a Wednesday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute)            | 2026-03-04T10:16:30Z",
        "rate(5 hours)             | 2026-03-04T15:15:30Z",
        "rate(2 days)              | 2026-03-06T10:15:30Z",
        "cron(* * * * ? *)         | 2026-03-04T10:16:00Z",
        "cron(0 8 ? * MON-FRI *)   | 2026-03-05T08:00:00Z",
        "cron(15,45 * * * ? *)     | 2026-03-04T10:45:00Z",
        "cron(0/20 10 * * ? *)     | 2026-03-04T10:20:00Z",
        "cron(0 0 1 * ? *)         | 2026-04-01T00:00:00Z",
        "cron(30 6 ? * SUN *)      | 2026-03-08T06:30:00Z",
        "cron(0 12 29 FEB ? *)     | 2028-02-29T12:00:00Z",
        "cron(0 0 1 1 ? 2030)      | 2030-01-01T00:00:00Z",
      })
  void firesNext(String expression, Instant expected) {
    Instant now = Instant.parse("2026-03-04T10:15:30Z");

    assertThat(ScheduleExpressions.parse(expression).next(now).orElseThrow()).isEqualTo(expected);
  }

  @Test
  void aPastYearNeverFires() {
    ScheduleExpression past = ScheduleExpressions.parse("cron(0 0 1 1 ? 2020)");

    assertThat(past.next(Instant.parse("2026-03-04T10:15:30Z")).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 minutes",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "cron(* * * * *)",
        "cron(0 0 1 * MON *)",
        "cron(60 * * * ? *)",
        "cron(0 0 31-1 * ? *)",
        "cron(x * * * ? *)",
      })
  void refusesWhatIsMalformed(String expression) {
    assertThatThrownBy(() -> ScheduleExpressions.parse(expression))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
