package dev.gatehouse.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeadlineTest {
  @ParameterizedTest
  @CsvSource({"300,285", "60,45", "20,15", "4,3", "0,0"})
  void leavesTimeForTheLastEdits(int remainingSeconds, int untilDeadline) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(Deadline.of(now, Duration.ofSeconds(remainingSeconds)))
        .isEqualTo(now.plusSeconds(untilDeadline));
  }
}
