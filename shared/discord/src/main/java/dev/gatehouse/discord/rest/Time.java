package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;

/** The passing of time: a clock that never jumps, and ways to wait on it. */
interface Time {
  /** Nanoseconds since some fixed moment, never negative. */
  long nanos();

  void sleep(Duration duration) throws InterruptedException;

  /** Waits until the condition is signalled, at most for this long. */
  void await(Condition condition, Duration atMost) throws InterruptedException;

  /**
   * The time of this machine.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  static Time system(LongSupplier nanoTime) {
    long origin = nanoTime.getAsLong();
    return new Time() {
      @Override
      public long nanos() {
        return nanoTime.getAsLong() - origin;
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }

      @Override
      @SuppressWarnings("WaitNotInLoop") // The callers loop: they look at their state again.
      public void await(Condition condition, Duration atMost) throws InterruptedException {
        condition.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
