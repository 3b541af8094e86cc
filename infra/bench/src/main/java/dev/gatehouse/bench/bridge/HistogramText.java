package dev.gatehouse.bench.bridge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a histogram of Prometheus's text format (<a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/">format</a>).
 */
final class HistogramText {
  private static final Pattern BUCKET =
      Pattern.compile("_bucket\\{.*le=\"([^\"]+)\"\\} ([0-9.eE+]+)");

  private HistogramText() {}

  /** The upper bound of the bucket that holds the median; 0 for an empty histogram. */
  static double median(String metrics, String name) {
    List<double[]> buckets =
        metrics
            .lines()
            .filter(line -> line.startsWith(name + "_bucket"))
            .map(BUCKET::matcher)
            .filter(Matcher::find)
            .map(HistogramText::bucket)
            .toList();
    double half = buckets.isEmpty() ? 0 : buckets.getLast()[1] / 2;
    return buckets.stream()
        .filter(bucket -> half > 0 && bucket[1] >= half)
        .mapToDouble(bucket -> bucket[0])
        .findFirst()
        .orElse(0);
  }

  private static double[] bucket(Matcher bucket) {
    String bound = bucket.group(1);
    double le = bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    return new double[] {le, Double.parseDouble(bucket.group(2))};
  }
}
