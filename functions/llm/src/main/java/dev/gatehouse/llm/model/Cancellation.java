package dev.gatehouse.llm.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to end a call early, which whatever the call is waiting for can hook itself to. */
public final class Cancellation {
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final List<Runnable> hooks = new ArrayList<>();

  /** Ends the call: runs each hook once. Calling it again does nothing. */
  public void cancel() {
    List<Runnable> due;
    synchronized (hooks) {
      cancelled.countDown();
      due = List.copyOf(hooks);
      hooks.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether the call is no longer wanted. */
  public boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** Runs the hook when the call is cancelled; at once when it already is. */
  public void onCancel(Runnable hook) {
    synchronized (hooks) {
      if (!isCancelled()) {
        hooks.add(hook);
        return;
      }
    }
    hook.run();
  }

  /**
   * Waits, but no longer than until the call is cancelled.
   *
   * @return whether it was cancelled; true also when the waiting thread is interrupted
   */
  public boolean cancelledWithin(Duration pause) {
    try {
      return cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
