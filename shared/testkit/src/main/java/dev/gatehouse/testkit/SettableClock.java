package dev.gatehouse.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until it is moved, forwards or backwards, by any thread. */
public final class SettableClock extends Clock {
  /** Where a clock starts when a test does not care: 2026-01-01T00:00:00Z. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public SettableClock() {
    this(START);
  }

  public SettableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Moves the clock to that moment. */
  public void set(Instant moment) {
    now.set(moment);
    listeners.forEach(Runnable::run);
  }

  /** Moves the clock by that much. */
  public void advance(Duration by) {
    now.updateAndGet(moment -> moment.plus(by));
    listeners.forEach(Runnable::run);
  }

  /** Runs the listener after each move, on the thread that moved the clock. */
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Refuses: two clocks would drift apart when one is moved. */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a settable clock is in UTC");
  }
}
