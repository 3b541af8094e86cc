package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A time until which nothing may be sent. */
final class Pause {
  private final Time time;
  private final AtomicLong until = new AtomicLong();

  Pause(Time time) {
    this.time = time;
  }

  /** Begins a pause, or makes the one that is on longer. */
  void begin(Duration duration) {
    long end = time.nanos() + duration.toNanos();
    until.accumulateAndGet(end, Math::max);
  }

  /** Waits until no pause is on. */
  void await() throws InterruptedException {
    for (long left = left(); left > 0; left = left()) {
      time.sleep(Duration.ofNanos(left));
    }
  }

  private long left() {
    return until.get() - time.nanos();
  }
}
