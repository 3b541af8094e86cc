package dev.gatehouse.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Waits until something holds, for work that another thread or process does. The deadline only ends
 * a test that would never end: it is long, so that no test fails because a machine is busy.
 */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Await() {}

  /**
   * Waits up to 60 s for the condition.
   *
   * @throws AssertionError that says what was waited for
   */
  public static void until(String what, BooleanSupplier condition) {
    until(what, DEADLINE, condition);
  }

  /** Waits up to the deadline for the condition. */
  public static void until(String what, Duration deadline, BooleanSupplier condition) {
    value(what, deadline, condition::getAsBoolean, holds -> holds);
  }

  /**
   * Waits up to 60 s for a value that fits.
   *
   * @return the first value that fits
   */
  public static <T> T value(String what, Callable<T> source, Predicate<? super T> fits) {
    return value(what, DEADLINE, source, fits);
  }

  /** Waits up to the deadline for a value that fits. */
  public static <T> T value(
      String what, Duration deadline, Callable<T> source, Predicate<? super T> fits) {
    long end = System.nanoTime() + deadline.toNanos();
    T value = read(source);
    while (!fits.test(value)) {
      if (System.nanoTime() - end >= 0) {
        throw new AssertionError(
            "waited " + deadline + " for: " + what + "; the last value was " + value);
      }
      pause();
      value = read(source);
    }
    return value;
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw new AssertionError("interrupted while waiting");
    }
  }

  private static <T> T read(Callable<T> source) {
    try {
      return source.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("the awaited value could not be read", e);
    }
  }
}
