package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Events that wait for the queue, and the senders that wait for events.
 *
 * <p>A batch leaves when it is full, or when no other is in flight and none has just left: what
 * comes in the meantime goes together with what comes next, since the queue charges by the call
 * (after Nagle, <a href="https://www.rfc-editor.org/rfc/rfc896">RFC 896</a>). Nothing waits longer
 * for that than the linger.
 */
final class Spool {
  private final SpoolLimits limits;
  private final Linger linger;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final IdleSenders idle = new IdleSenders(lock);
  private final GroupedQueue queue = new GroupedQueue();
  private int busySenders;
  private boolean someoneLingers;
  private boolean untold;
  private long waitingSince;
  private long lastLeft;
  private volatile int events;
  private volatile long bytes;
  private boolean closed;

  /**
   * @param nanos a monotonic clock
   */
  Spool(SpoolLimits limits, Linger linger, LongSupplier nanos) {
    this.limits = limits;
    this.linger = linger;
    this.nanos = nanos;
    this.lastLeft = nanos.getAsLong() - linger.apartNanos();
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

  /** Takes an entry in. Full batches leave at once, the rest with the next {@link #flush}. */
  void put(Entry entry) {
    lock.lock();
    try {
      int before = queue.sendable();
      queue.put(entry);
      count(1, entry.size());
      came(before);
    } finally {
      lock.unlock();
    }
  }

  /** No more entries come for now: what there is need not wait for them. */
  void flush() {
    lock.lock();
    try {
      tell();
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
      lastLeft = nanos.getAsLong();
      waitingSince = lastLeft;
      untold = queue.sendable() > 0;
      tell();
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
      came(before);
      tell();
    } finally {
      lock.unlock();
    }
  }

  /** Lets senders end once nothing is left. */
  void close() {
    lock.lock();
    try {
      closed = true;
      idle.wakeAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isWorthSending() {
    int sendable = queue.sendable();
    return sendable >= QueueSender.MAX_BATCH || sendable > 0 && lingerLeft() <= 0;
  }

  private long lingerLeft() {
    long due =
        busySenders == 0 ? lastLeft + linger.apartNanos() : waitingSince + linger.longestNanos();
    return due - nanos.getAsLong();
  }

  /** One sender keeps the time of what waits, the others wait to be woken. */
  private void awaitMore() throws InterruptedException {
    if (queue.sendable() == 0 || someoneLingers) {
      idle.await();
      return;
    }
    someoneLingers = true;
    untold = false;
    try {
      idle.await(lingerLeft());
    } finally {
      someoneLingers = false;
    }
  }

  /** More has become sendable: its time begins, and each full batch needs a sender. */
  private void came(int before) {
    int sendable = queue.sendable();
    if (before == 0 && sendable > 0) {
      waitingSince = nanos.getAsLong();
      untold = true;
    }
    if (sendable / QueueSender.MAX_BATCH > before / QueueSender.MAX_BATCH) {
      idle.wakeOne();
    }
  }

  /** Somebody has to keep the time of what waits, or to send it. */
  private void tell() {
    if (untold && (!someoneLingers || isWorthSending())) {
      untold = false;
      idle.wakeOne();
    }
  }

  /** Only ever called under the lock; the fields are volatile for those who read without it. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count(int moreEvents, long moreBytes) {
    events += moreEvents;
    bytes += moreBytes;
  }
}
