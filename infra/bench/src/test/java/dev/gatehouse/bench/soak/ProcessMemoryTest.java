package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    assertThat(life.trend().orElseThrow().perMinute()).isCloseTo(1, within(1e-9));
    assertThat(life.warm()).isEqualTo(Optional.of(60.0));
    assertThat(life.middle()).isEqualTo(61.5);
    assertThat(life.end()).isEqualTo(64);
    assertThat(life.peak()).isEqualTo(69);
  }

  @Test
  void saysNothingOfAShortLife() {
    live(59);

    assertThat(life.trend().isEmpty()).isTrue();
    assertThat(life.warm().isEmpty()).isTrue();
    assertThat(life.end()).isEqualTo(59);
  }

  @Test
  void mayEndBeforeItIsLookedAt() {
    assertThat(life.end()).isEqualTo(0);
    assertThat(life.middle()).isEqualTo(0);
    assertThat(life.trend().isEmpty()).isTrue();
  }
}
