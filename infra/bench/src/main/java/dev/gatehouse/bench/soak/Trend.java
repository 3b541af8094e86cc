package dev.gatehouse.bench.soak;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How memory moves over time: the median slope between any two samples, which the backlog of an
 * outage and the collection that follows it do not bend (<a
 * href="https://en.wikipedia.org/wiki/Theil%E2%80%93Sen_estimator">Theil and Sen</a>).
 *
 * @param perMinute how much memory grows, in MB a minute
 */
record Trend(double perMinute) {
  /** Memory at a time: seconds since the process started, and MB that were resident. */
  record Sample(double seconds, double megabytes) {}

  /** Of at least two samples at different times. */
  static Trend of(List<Sample> samples) {
    double[] slopes =
        IntStream.range(0, samples.size())
            .boxed()
            .flatMapToDouble(
                i -> slopesFrom(samples.get(i), samples.subList(i + 1, samples.size())))
            .sorted()
            .toArray();
    if (slopes.length == 0) {
      throw new IllegalArgumentException("samples: a slope needs two times");
    }
    double median = (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2;
    return new Trend(median * 60);
  }

  private static DoubleStream slopesFrom(Sample first, List<Sample> later) {
    return later.stream()
        .filter(sample -> sample.seconds() != first.seconds())
        .mapToDouble(sample ->
            (sample.megabytes() - first.megabytes()) / (sample.seconds() - first.seconds()));
  }
}
