package dev.gatehouse.bench.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HistogramTextTest {
  private static final double EXACT = 1e-9;

  @Test
  void theMedianLiesInItsBucket() {
    assertEquals(0.002, of(0, 2, 4, 4).median(), EXACT);
    assertEquals(0.003, of(0, 0, 4, 4).median(), EXACT);
  }

  @Test
  void whatLiesAboveEveryBoundIsGivenTheLastOne() {
    assertEquals(0.004, of(0, 0, 1, 9).median(), EXACT);
  }

  @Test
  void nothingHasNoMedian() {
    assertEquals(0, of(0, 0, 0, 0).median(), EXACT);
    assertEquals(0, HistogramText.of("", "seconds").median(), EXACT);
  }

  @Test
  void onlyWhatCameSinceCounts() {
    assertEquals(0.003, of(100, 100, 104, 104).since(of(100, 100, 100, 100)).median(), EXACT);
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
