package dev.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettableClockTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void standsStillUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(SettableClock.START);
    clock.advance(Duration.ofSeconds(5));
    assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(5));
    clock.set(Instant.EPOCH);
    assertThat(clock.millis()).isEqualTo(0);
  }

  @Test
  void tellsItsListenersAfterEachMove() {
    List<Instant> seen = new ArrayList<>();
    clock.onMove(() -> seen.add(clock.instant()));
    clock.advance(Duration.ofSeconds(1));
    clock.set(Instant.EPOCH);

    assertThat(seen).isEqualTo(List.of(SettableClock.START.plusSeconds(1), Instant.EPOCH));
  }
}
