package dev.gatehouse.bench.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A histogram out of <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/#histograms-and-summaries">Prometheus'
 * text format</a>: how many values lie at or below each bound.
 */
record HistogramText(List<Bucket> buckets) {
  private static final Pattern BUCKET =
      Pattern.compile("_bucket\\{.*le=\"([^\"]+)\"\\} ([0-9.eE+]+)");

  record Bucket(double bound, double count) {}

  static HistogramText of(String metrics, String name) {
    return new HistogramText(
        metrics
            .lines()
            .filter(line -> line.startsWith(name + "_bucket"))
            .map(BUCKET::matcher)
            .filter(Matcher::find)
            .map(HistogramText::bucket)
            .toList());
  }

  /** What has come since an earlier reading of the same histogram. */
  HistogramText since(HistogramText earlier) {
    List<Bucket> added = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i++) {
      Bucket bucket = buckets.get(i);
      added.add(new Bucket(bucket.bound(), bucket.count() - earlier.buckets.get(i).count()));
    }
    return new HistogramText(added);
  }

  /**
   * The median, with values taken to lie evenly in their bucket (as <a
   * href="https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile">histogram_quantile</a>
   * does); 0 when there are none.
   */
  double median() {
    double half = buckets.isEmpty() ? 0 : buckets.getLast().count() / 2;
    Bucket below = new Bucket(0, 0);
    for (Bucket bucket : buckets) {
      if (half > 0 && bucket.count() >= half) {
        return between(below, bucket, half);
      }
      below = bucket;
    }
    return 0;
  }

  private static double between(Bucket below, Bucket bucket, double count) {
    if (Double.isInfinite(bucket.bound())) {
      return below.bound();
    }
    double share = (count - below.count()) / (bucket.count() - below.count());
    return below.bound() + share * (bucket.bound() - below.bound());
  }

  private static Bucket bucket(Matcher bucket) {
    String bound = bucket.group(1);
    double le = bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    return new Bucket(le, Double.parseDouble(bucket.group(2)));
  }
}
