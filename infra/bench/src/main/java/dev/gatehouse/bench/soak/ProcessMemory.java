package dev.gatehouse.bench.soak;

import dev.gatehouse.bench.soak.Trend.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The memory of one bridge process, from its start to its end. */
final class ProcessMemory {
  /** Classes load, the JIT compiles and the heap finds its size: growth that is no leak. */
  private static final double WARM_UP = 60;

  /** Below this a line says more of chance than of the process. */
  private static final double LEAST_TREND = 60;

  private final List<Sample> samples = new ArrayList<>();
  private double peak;

  /**
   * What it is now.
   *
   * @param peakSoFar the most that was resident, by the kernel's own account
   */
  void add(Sample sample, double peakSoFar) {
    samples.add(sample);
    peak = peakSoFar;
  }

  double seconds() {
    return samples.isEmpty() ? 0 : samples.getLast().seconds();
  }

  double peak() {
    return peak;
  }

  double middle() {
    return at(seconds() / 2).orElse(0.0);
  }

  double end() {
    return samples.isEmpty() ? 0 : samples.getLast().megabytes();
  }

  /** After the first minute; nothing when it did not live that long. */
  Optional<Double> warm() {
    return at(WARM_UP);
  }

  /** How it grows once it is warm; nothing when it did not live long enough to say. */
  Optional<Trend> trend() {
    return seconds() < WARM_UP + LEAST_TREND
        ? Optional.empty()
        : Optional.of(Trend.of(samples.stream().filter(s -> s.seconds() >= WARM_UP).toList()));
  }

  private Optional<Double> at(double seconds) {
    return samples.stream()
        .filter(sample -> sample.seconds() >= seconds)
        .findFirst()
        .map(Sample::megabytes);
  }
}
