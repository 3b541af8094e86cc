package dev.gatehouse.bridge.shard;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Tells the time. Timers run on a clock that starts at the wall clock's time and never jumps. */
public final class Timekeeper {
  private final Clock wall;
  private final LongSupplier nanos;
  private final Instant start;
  private final long startNanos;

  /**
   * @param nanos a monotonic clock, such as {@link System#nanoTime}
   */
  public Timekeeper(Clock wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.start = wall.instant();
    this.startNanos = nanos.getAsLong();
  }

  /** This moment. */
  public Moment now() {
    long now = nanos.getAsLong();
    return new Moment(start.plusNanos(now - startNanos), wall.millis(), now);
  }

  /** The monotonic clock alone. */
  public long nanos() {
    return nanos.getAsLong();
  }

  /** The wall clock. */
  public Clock wall() {
    return wall;
  }
}
