package dev.gatehouse.bench.bridge;

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

  static Figures between(Sample warm, Sample done, double peakMegabytes) {
    double events = done.count() - warm.count();
    return new Figures(
        (done.cpuMicros() - warm.cpuMicros()) / events,
        events * 1e9 / (done.nanos() - warm.nanos()),
        peakMegabytes);
  }
}
