package dev.gatehouse.bench.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Figures LOW = new Figures(1, 300, 80);
  private static final Figures MIDDLE = new Figures(2, 200, 70);
  private static final Figures HIGH = new Figures(9, 100, 75);

  @Test
  void ofThreeRoundsTheMiddleOneCountsWithTheMostMemoryOfAll() {
    assertThat(Figures.median(List.of(HIGH, LOW, MIDDLE))).isEqualTo(new Figures(2, 200, 80));
  }

  @Test
  void oneRoundStandsForItself() {
    assertThat(Figures.median(List.of(HIGH))).isEqualTo(HIGH);
  }

  @Test
  void twoSamplesTellWhatAnEventCost() {
    Figures.Sample warm = new Figures.Sample(100, 5_000, 0);
    Figures.Sample done = new Figures.Sample(300, 5_500, 2_000_000_000);

    assertThat(Figures.between(warm, done, 64)).isEqualTo(new Figures(2.5, 100, 64));
  }
}
