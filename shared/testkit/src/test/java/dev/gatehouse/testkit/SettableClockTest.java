package dev.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettableClockTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void standsStillUntilItIsMoved() {
    assertEquals(SettableClock.START, clock.instant());
    clock.advance(Duration.ofSeconds(5));
    assertEquals(SettableClock.START.plusSeconds(5), clock.instant());
    clock.set(Instant.EPOCH);
    assertEquals(0, clock.millis());
  }

  @Test
  void tellsItsListenersAfterEachMove() {
    List<Instant> seen = new ArrayList<>();
    clock.onMove(() -> seen.add(clock.instant()));
    clock.advance(Duration.ofSeconds(1));
    clock.set(Instant.EPOCH);

    assertEquals(List.of(SettableClock.START.plusSeconds(1), Instant.EPOCH), seen);
  }
}
