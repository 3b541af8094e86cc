package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Events that wait for the queue, and the senders that wait for events.
 *
 * <p>A batch leaves when it is full, or when no other is in flight: what comes while one is goes
 * together with what comes next, since the queue charges by the call (after Nagle, <a
 * href="https://www.rfc-editor.org/rfc/rfc896">RFC 896</a>). Nothing waits longer for that than the
 * linger.
 */
final class Spool {
  private final SpoolLimits limits;
  private final long lingerNanos;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final GroupedQueue queue = new GroupedQueue();
  private int idleSenders;
  private int busySenders;
  private boolean someoneLingers;
  private long waitingSince;
  private volatile int events;
  private volatile long bytes;
  private boolean closed;

  /**
   * @param linger how long an event may wait for others while a batch is in flight
   * @param nanos a monotonic clock
   */
  Spool(SpoolLimits limits, Duration linger, LongSupplier nanos) {
    this.limits = limits;
    this.lingerNanos = linger.toNanos();
    this.nanos = nanos;
  }

  /** Whether another event fits; may be asked without waiting for anything. */
  boolean hasRoom() {
    return events < limits.events() && bytes < limits.bytes();
  }

  /** Whether so much has left that it is worth connecting again. */
  boolean isDrained() {
    return events <= limits.events() / 2 && bytes <= limits.bytes() / 2;
  }

  int events() {
    return events;
  }

  long bytes() {
    return bytes;
  }

  void put(Entry entry) {
    lock.lock();
    try {
      int before = queue.sendable();
      queue.put(entry);
      count(1, entry.size());
      if (queue.sendable() > before) {
        wakeFor(before + 1);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for entries and takes as many as make a batch, each of another group. Whoever takes a
   * batch has to say {@link #returned} before the next one.
   *
   * @return none once the spool is closed and nothing is left to take
   */
  List<Entry> take() throws InterruptedException {
    lock.lock();
    try {
      while (!isWorthSending() && !closed) {
        awaitMore();
      }
      List<Entry> batch = queue.batch();
      busySenders++;
      leave(queue.sendable());
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** The batch that was taken is no longer in flight. */
  void returned() {
    lock.lock();
    try {
      busySenders--;
    } finally {
      lock.unlock();
    }
  }

  /** The entries have left, whatever became of them; the next ones of their groups may go. */
  void done(List<Entry> entries) {
    lock.lock();
    try {
      int before = queue.sendable();
      for (Entry entry : entries) {
        count(-1, -entry.size());
        queue.release(entry.group());
      }
      if (before == 0 && queue.sendable() > 0) {
        wakeFor(1);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets senders end once nothing is left. */
  void close() {
    lock.lock();
    try {
      closed = true;
      ready.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isWorthSending() {
    int sendable = queue.sendable();
    return sendable >= QueueSender.MAX_BATCH
        || sendable > 0 && (busySenders == 0 || lingerLeft() <= 0);
  }

  private long lingerLeft() {
    return waitingSince + lingerNanos - nanos.getAsLong();
  }

  /** One sender keeps the time of what waits, the others wait for a signal. */
  private void awaitMore() throws InterruptedException {
    boolean lingers = queue.sendable() > 0 && !someoneLingers;
    idleSenders++;
    someoneLingers |= lingers;
    try {
      if (lingers) {
        ready.awaitNanos(lingerLeft());
      } else {
        ready.await();
      }
    } finally {
      idleSenders--;
      someoneLingers &= !lingers;
    }
  }

  /** The first entry needs somebody to keep its time, and a full batch somebody to send it. */
  private void wakeFor(int sendable) {
    if (sendable == 1) {
      waitingSince = nanos.getAsLong();
    }
    if (idleSenders > 0 && (sendable == 1 || sendable % QueueSender.MAX_BATCH == 0)) {
      ready.signal();
    }
  }

  /** Hands what a batch has left to another sender. */
  private void leave(int left) {
    if (left > 0) {
      waitingSince = nanos.getAsLong();
      if (idleSenders > 0) {
        ready.signal();
      }
    }
  }

  /** Only ever called under the lock; the fields are volatile for those who read without it. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count(int moreEvents, long moreBytes) {
    events += moreEvents;
    bytes += moreBytes;
  }
}
