package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The passing of time: a clock that never jumps, and ways to wait on it. */
interface Time {
  /** Nanoseconds since some fixed moment, never negative. */
  long nanos();

  void sleep(Duration duration) throws InterruptedException;

  /** Waits until the condition is signalled, at most for this long. */
  void await(Condition condition, Duration atMost) throws InterruptedException;

  static Time system() {
    long origin = System.nanoTime();
    return new Time() {
      @Override
      public long nanos() {
        return System.nanoTime() - origin;
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
