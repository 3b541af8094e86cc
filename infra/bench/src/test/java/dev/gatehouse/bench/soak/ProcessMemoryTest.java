package dev.gatehouse.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProcessMemoryTest {
  private final ProcessMemory life = new ProcessMemory();

  /** Grows by 1 MB a second for a minute, then by 1 MB a minute. */
  private void live(int seconds) {
    for (int second = 0; second <= seconds; second++) {
      double warm = Math.min(second, 60) + Math.max(0, second - 60) / 60.0;
      life.add(new Trend.Sample(second, warm), warm + 5);
    }
  }

  @Test
  void leavesTheFirstMinuteOutOfItsTrend() {
    live(300);

    assertEquals(1, life.trend().orElseThrow().perMinute(), 1e-9);
    assertEquals(Optional.of(60.0), life.warm());
    assertEquals(61.5, life.middle());
    assertEquals(64, life.end());
    assertEquals(69, life.peak());
  }

  @Test
  void saysNothingOfAShortLife() {
    live(59);

    assertTrue(life.trend().isEmpty());
    assertTrue(life.warm().isEmpty());
    assertEquals(59, life.end());
  }

  @Test
  void mayEndBeforeItIsLookedAt() {
    assertEquals(0, life.end());
    assertEquals(0, life.middle());
    assertTrue(life.trend().isEmpty());
  }
}
