package dev.gatehouse.discord.rest;

import java.time.Duration;

/** At most so many starts within any stretch of a given length; turns are given in order. */
final class SlidingWindow {
  private final Time time;
  private final long lengthNanos;
  private final long[] starts;
  private int oldest;
  private long taken;

  SlidingWindow(Time time, int most, Duration length) {
    this.time = time;
    this.lengthNanos = length.toNanos();
    this.starts = new long[most];
  }

  /** Reserves the next turn and waits for it. */
  void await() throws InterruptedException {
    long wait = reserve();
    if (wait > 0) {
      time.sleep(Duration.ofNanos(wait));
    }
  }

  private synchronized long reserve() {
    long now = time.nanos();
    long start = taken < starts.length ? now : Math.max(now, starts[oldest] + lengthNanos);
    starts[oldest] = start;
    oldest = (oldest + 1) % starts.length;
    taken++;
    return start - now;
  }
}
