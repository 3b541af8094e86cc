package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.bench.soak.Trend.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendTest {
  private static final double CLOSE = 1e-9;

  @Test
  void findsALine() {
    List<Sample> samples =
        IntStream.range(0, 120).mapToObj(i -> new Sample(i, 70 + i * 0.5)).toList();

    assertThat(Trend.of(samples).perMinute()).isCloseTo(30, within(CLOSE));
  }

  @Test
  void isLevelWhenMemoryGoesUpAndDown() {
    List<Sample> samples =
        List.of(new Sample(0, 70), new Sample(1, 80), new Sample(2, 80), new Sample(3, 70));

    assertThat(Trend.of(samples).perMinute()).isCloseTo(0, within(CLOSE));
  }

  /** A backlog near the end, which a line through all samples would rise for. */
  @Test
  void aPassingRiseDoesNotBendIt() {
    List<Sample> samples =
        IntStream.range(0, 300).mapToObj(i -> new Sample(i, i > 240 && i < 290 ? 90 : 80)).toList();

    assertThat(Trend.of(samples).perMinute()).isCloseTo(0, within(CLOSE));
  }

  @Test
  void fallsWhenMemoryFalls() {
    assertThat(Trend.of(List.of(new Sample(10, 80), new Sample(12, 78))).perMinute())
        .isCloseTo(-60, within(CLOSE));
  }

  @Test
  void needsTwoTimes() {
    List<Sample> once = List.of(new Sample(1, 70), new Sample(1, 80));

    assertThatThrownBy(() -> Trend.of(once)).isInstanceOf(IllegalArgumentException.class);
  }
}
