package dev.gatehouse.bridge.outbox;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * The senders that wait. The one that came last is woken first: its connection and its caches are
 * the warmest, and those that nobody needs sleep on. All of it happens under the lock.
 */
final class IdleSenders {
  private final Lock lock;
  private final ArrayDeque<Condition> waiting = new ArrayDeque<>();

  IdleSenders(Lock lock) {
    this.lock = lock;
  }

  /** Waits to be woken. */
  void await() throws InterruptedException {
    Condition mine = lock.newCondition();
    waiting.addFirst(mine);
    try {
      mine.await();
    } finally {
      waiting.removeFirstOccurrence(mine);
    }
  }

  /** Waits to be woken, or until the time is over. */
  void await(long nanos) throws InterruptedException {
    Condition mine = lock.newCondition();
    waiting.addFirst(mine);
    try {
      mine.awaitNanos(nanos);
    } finally {
      waiting.removeFirstOccurrence(mine);
    }
  }

  /** Wakes one, if one waits; another call wakes another one. */
  void wakeOne() {
    Condition last = waiting.pollFirst();
    if (last != null) {
      last.signal();
    }
  }

  void wakeAll() {
    waiting.forEach(Condition::signal);
    waiting.clear();
  }
}
