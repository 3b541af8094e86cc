package dev.gatehouse.bridge.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RemainingIdentifiesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
  private static final Duration UNTIL_RESET = Duration.ofMinutes(90);

  @Test
  void isNoProblemWhileThereIsMoreThanTheReserve() {
    assertThat(new RemainingIdentifies(1000, 21, UNTIL_RESET).problem(NOW)).isEmpty();
  }

  @Test
  void saysWhatIsLeftWhenItResetsAndWhatToDo() {
    String problem = new RemainingIdentifies(1000, 20, UNTIL_RESET).problem(NOW).orElseThrow();

    assertThat(problem).startsWith("identifies: only 20 of 1000 are left");
    assertThat(problem).contains("before 2026-01-01T01:30:00Z");
    assertThat(problem).contains("another program with this token");
  }
}
