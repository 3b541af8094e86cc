package dev.gatehouse.bench.soak;

import java.util.List;

/**
 * The straight line that is nearest to memory over time, by least squares.
 *
 * @param perMinute how much memory grows, in MB a minute
 */
record Trend(double perMinute) {
  /** Memory at a time: seconds since the process started, and MB that were resident. */
  record Sample(double seconds, double megabytes) {}

  /** Of at least two samples at different times. */
  static Trend of(List<Sample> samples) {
    double time = samples.stream().mapToDouble(Sample::seconds).average().orElseThrow();
    double memory = samples.stream().mapToDouble(Sample::megabytes).average().orElseThrow();
    double joint = 0;
    double spread = 0;
    for (Sample sample : samples) {
      double apart = sample.seconds() - time;
      joint += apart * (sample.megabytes() - memory);
      spread += apart * apart;
    }
    if (spread == 0) {
      throw new IllegalArgumentException("samples: a line needs two times");
    }
    return new Trend(joint / spread * 60);
  }
}
