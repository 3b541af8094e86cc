package dev.gatehouse.bench.bridge;

import java.util.Comparator;
import java.util.List;

/**
 * What was measured of a subject.
 *
 * @param cpuMicros CPU time an event, in microseconds
 * @param perSecond events a second
 * @param peakMegabytes the most resident memory
 */
record Figures(double cpuMicros, double perSecond, double peakMegabytes) {
  /** The state of a process when it had taken so many events. */
  record Sample(long count, long cpuMicros, long nanos) {
    static Sample of(long count, long pid) {
      return new Sample(count, ProcessUse.cpuMicros(pid), System.nanoTime());
    }
  }

  /** Those of the round with the median CPU time, and the most memory of all rounds. */
  static Figures median(List<Figures> rounds) {
    Figures middle =
        rounds.stream()
            .sorted(Comparator.comparingDouble(Figures::cpuMicros))
            .skip((rounds.size() - 1) / 2)
            .findFirst()
            .orElseThrow();
    double peak = rounds.stream().mapToDouble(Figures::peakMegabytes).max().orElseThrow();
    return new Figures(middle.cpuMicros, middle.perSecond, peak);
  }

  static Figures between(Sample warm, Sample done, double peakMegabytes) {
    double events = done.count() - warm.count();
    return new Figures(
        (done.cpuMicros() - warm.cpuMicros()) / events,
        events * 1e9 / (done.nanos() - warm.nanos()),
        peakMegabytes);
  }
}
