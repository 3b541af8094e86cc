package dev.gatehouse.simulator.gateway;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Makes a fast sender wait for the slowest connection, so that it does not fill the memory. */
public final class Backpressure {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final BooleanSupplier congested;

  Backpressure(BooleanSupplier congested) {
    this.congested = congested;
  }

  /** Blocks while a connection cannot take more. */
  public void awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (congested.getAsBoolean()) {
        changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    } finally {
      lock.unlock();
    }
  }

  /** A connection can take more, or is gone. */
  void changed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
