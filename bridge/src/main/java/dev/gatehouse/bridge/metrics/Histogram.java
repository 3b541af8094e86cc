package dev.gatehouse.bridge.metrics;

import java.util.concurrent.atomic.LongAdder;

/** How long something took, in buckets. Safe for use by several threads. */
public final class Histogram implements Metric {
  /** Upper bounds in microseconds. */
  private static final long[] BOUNDS = {
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000,
    60_000_000
  };

  private static final double MICROS_PER_SECOND = 1e6;

  private final String name;
  private final String help;
  private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
  private final LongAdder sum = new LongAdder();

  Histogram(String name, String help) {
    this.name = name;
    this.help = help;
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  /** Notes a duration in nanoseconds. */
  public void recordNanos(long nanos) {
    long micros = nanos / 1_000;
    int bucket = 0;
    while (bucket < BOUNDS.length && micros > BOUNDS[bucket]) {
      bucket++;
    }
    buckets[bucket].increment();
    sum.add(micros);
  }

  /** How many durations were noted. */
  public long count() {
    long count = 0;
    for (LongAdder bucket : buckets) {
      count += bucket.sum();
    }
    return count;
  }

  @Override
  public void print(StringBuilder to) {
    Metric.head(to, name, help, "histogram");
    long count = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      count += buckets[i].sum();
      line(to, "_bucket{le=\"" + BOUNDS[i] / MICROS_PER_SECOND + "\"}").append(count).append('\n');
    }
    count += buckets[BOUNDS.length].sum();
    line(to, "_bucket{le=\"+Inf\"}").append(count).append('\n');
    line(to, "_sum").append(sum.sum() / MICROS_PER_SECOND).append('\n');
    line(to, "_count").append(count).append('\n');
  }

  private StringBuilder line(StringBuilder to, String suffix) {
    return to.append(name).append(suffix).append(' ');
  }
}
