package dev.gatehouse.bench.bridge;

import dev.gatehouse.bench.compare.Distribution;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How old messages were when they arrived, in milliseconds. Notes nothing until it is asked for the
 * first time, since looking costs more than acknowledging.
 */
final class MessageAges {
  private final ConcurrentLinkedQueue<Double> ages = new ConcurrentLinkedQueue<>();
  private volatile boolean wanted;

  void note(byte[] bytes, int from, int length) {
    if (wanted) {
      ages.add(MessageAge.of(new String(bytes, from, length, StandardCharsets.UTF_8)));
    }
  }

  /** Median and 99th percentile since the last call. */
  String tell() {
    wanted = true;
    double[] figures = ages.stream().mapToDouble(Double::doubleValue).toArray();
    ages.clear();
    Distribution all = new Distribution(figures.length == 0 ? new double[1] : figures);
    return String.format(Locale.ROOT, "%.2f %.2f", all.percentile(50), all.percentile(99));
  }
}
