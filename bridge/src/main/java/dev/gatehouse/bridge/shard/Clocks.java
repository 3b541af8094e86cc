package dev.gatehouse.bridge.shard;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clocks of a bridge. Timers run on one that starts at the wall clock's time and never jumps.
 */
public final class Clocks {
  private final Clock wall;
  private final LongSupplier nanos;
  private final Instant start;
  private final long startNanos;

  /**
   * @param nanos a monotonic clock, such as {@link System#nanoTime}
   */
  public Clocks(Clock wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.start = wall.instant();
    this.startNanos = nanos.getAsLong();
  }

  /**
   * One moment on each clock.
   *
   * @param steady never jumps, whatever happens to the wall clock; for timers
   * @param wallMillis milliseconds since the epoch; for people and other machines
   * @param nanos monotonic; for durations
   */
  public record Timestamps(Instant steady, long wallMillis, long nanos) {}

  /** This moment. */
  public Timestamps now() {
    long now = nanos.getAsLong();
    return new Timestamps(start.plusNanos(now - startNanos), wall.millis(), now);
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
