package dev.gatehouse.bench.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTextTest {
  private static final double EXACT = 1e-9;

  @Test
  void theMedianLiesInItsBucket() {
    assertThat(of(0, 2, 4, 4).median()).isCloseTo(0.002, within(EXACT));
    assertThat(of(0, 0, 4, 4).median()).isCloseTo(0.003, within(EXACT));
  }

  @Test
  void whatLiesAboveEveryBoundIsGivenTheLastOne() {
    assertThat(of(0, 0, 1, 9).median()).isCloseTo(0.004, within(EXACT));
  }

  @Test
  void nothingHasNoMedian() {
    assertThat(of(0, 0, 0, 0).median()).isCloseTo(0, within(EXACT));
    assertThat(HistogramText.of("", "seconds").median()).isCloseTo(0, within(EXACT));
  }

  @Test
  void onlyWhatCameSinceCounts() {
    assertThat(of(100, 100, 104, 104).since(of(100, 100, 100, 100)).median())
        .isCloseTo(0.003, within(EXACT));
  }

  private static HistogramText of(int one, int two, int four, int all) {
    return HistogramText.of(
        """
        # TYPE seconds histogram
        seconds_bucket{le="0.001"} %d
        seconds_bucket{le="0.002"} %d
        seconds_bucket{le="0.004"} %d
        seconds_bucket{le="+Inf"} %d
        seconds_sum 1.5
        """
            .formatted(one, two, four, all),
        "seconds");
  }
}
