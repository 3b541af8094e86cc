package dev.gatehouse.bench.compare;

import java.util.Arrays;

/** Figures of repeated runs, sorted; the median is the one to quote on a noisy machine. */
public record Distribution(double[] sorted) {
  public Distribution {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a distribution needs at least one figure");
    }
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  public double min() {
    return sorted[0];
  }

  public double max() {
    return sorted[sorted.length - 1];
  }

  /** The figure in the middle, or the lower one of the two. */
  public double median() {
    return percentile(50);
  }

  /** The smallest figure that at least {@code percent} of all figures do not exceed. */
  public double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
