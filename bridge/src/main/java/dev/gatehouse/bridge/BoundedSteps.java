package dev.gatehouse.bridge;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what may hang, such as calls of a table, for a limited time. What is not over by then is
 * interrupted and left behind.
 */
final class BoundedSteps {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedSteps.class);

  private final LongSupplier nanos;

  /**
   * @param nanos a monotonic clock
   */
  BoundedSteps(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Runs the step. */
  void run(String name, long deadlineNanos, Runnable step) {
    runAll(name, deadlineNanos, List.of(step));
  }

  /** Runs the steps side by side. */
  void runAll(String name, long deadlineNanos, List<Runnable> steps) {
    List<Thread> threads =
        steps.stream().map(step -> Thread.ofVirtual().name(name).start(step)).toList();
    try {
      for (Thread thread : threads) {
        thread.join(until(deadlineNanos));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leaveBehind(name, threads.stream().filter(Thread::isAlive).toList());
  }

  private Duration until(long deadlineNanos) {
    return Duration.ofNanos(Math.max(0, deadlineNanos - nanos.getAsLong()));
  }

  private static void leaveBehind(String name, List<Thread> late) {
    if (!late.isEmpty()) {
      LOG.atWarn().addKeyValue("step", name).addKeyValue("late", late.size()).log("not in time");
      late.forEach(Thread::interrupt);
    }
  }
}
