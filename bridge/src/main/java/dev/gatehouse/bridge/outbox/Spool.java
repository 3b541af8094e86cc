package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The bounded buffer between the gateway and the queue: events that wait for the queue, and the
 * senders that wait for events. Order holds inside a group. Safe for use by several threads.
 *
 * <p>A batch leaves when it is full, or when no other is in flight and none has just left: what
 * comes in the meantime goes together with what comes next, since the queue charges by the call
 * (after Nagle, <a href="https://www.rfc-editor.org/rfc/rfc896">RFC 896</a>). Nothing waits longer
 * for that than the delay allows.
 */
public final class Spool {
  private static final BatchDelay DELAY =
      new BatchDelay(Duration.ofMillis(1), Duration.ofMillis(2));

  private final SpoolLimits limits;
  private final BatchDelay delay;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final IdleSenders idle = new IdleSenders(lock);
  private final GroupedQueue queue = new GroupedQueue();
  private int busySenders;
  private boolean someoneKeepsTime;
  private boolean unattended;
  private long waitingSince;
  private long lastLeft;
  private volatile int events;
  private volatile long bytes;
  private boolean closed;

  /**
   * @param nanos a monotonic clock
   */
  public Spool(SpoolLimits limits, LongSupplier nanos) {
    this(limits, DELAY, nanos);
  }

  Spool(SpoolLimits limits, BatchDelay delay, LongSupplier nanos) {
    this.limits = limits;
    this.delay = delay;
    this.nanos = nanos;
    this.lastLeft = nanos.getAsLong() - delay.apart().toNanos();
  }

  /** Whether another event fits; may be asked without waiting for anything. */
  public boolean hasRoom() {
    return events < limits.events() && bytes < limits.bytes();
  }

  /** Whether so much has left that it is worth connecting again. */
  public boolean isDrained() {
    return events <= limits.events() / 2 && bytes <= limits.bytes() / 2;
  }

  /** How many events wait or are in flight. */
  public int events() {
    return events;
  }

  /** How many bytes of message bodies wait or are in flight. */
  public long bytes() {
    return bytes;
  }

  /**
   * Takes an event in; never waits for the queue. Full batches leave at once, the rest with the
   * next {@link #flush}.
   */
  public void put(QueuedEvent event) {
    lock.lock();
    try {
      int before = queue.sendable();
      queue.put(event);
      count(1, event.spooledBytes());
      becameSendable(before);
    } finally {
      lock.unlock();
    }
  }

  /** No more events come for now: what there is need not wait for them. */
  public void flush() {
    lock.lock();
    try {
      attend();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for events and takes as many as make a batch, each of another group. Whoever takes a
   * batch has to say {@link #returned} before the next one.
   *
   * @return none once the spool is closed and nothing is left to take
   */
  List<QueuedEvent> take() throws InterruptedException {
    lock.lock();
    try {
      while (!isWorthSending() && !closed) {
        awaitMore();
      }
      List<QueuedEvent> batch = queue.batch();
      busySenders++;
      lastLeft = nanos.getAsLong();
      waitingSince = lastLeft;
      unattended = queue.sendable() > 0;
      attend();
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

  /** The events have left, whatever became of them; the next ones of their groups may go. */
  void done(List<QueuedEvent> events) {
    lock.lock();
    try {
      int before = queue.sendable();
      for (QueuedEvent event : events) {
        count(-1, -event.spooledBytes());
        queue.release(event.group());
      }
      becameSendable(before);
      attend();
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
    return sendable >= QueueSender.MAX_BATCH || (sendable > 0 && delayLeft() <= 0);
  }

  private long delayLeft() {
    long due =
        busySenders == 0
            ? lastLeft + delay.apart().toNanos()
            : waitingSince + delay.longest().toNanos();
    return due - nanos.getAsLong();
  }

  /** One sender keeps the time of what waits, the others wait to be woken. */
  private void awaitMore() throws InterruptedException {
    if (queue.sendable() == 0 || someoneKeepsTime) {
      idle.await();
      return;
    }
    someoneKeepsTime = true;
    unattended = false;
    try {
      idle.await(delayLeft());
    } finally {
      someoneKeepsTime = false;
    }
  }

  /** More has become sendable: its time begins, and each full batch needs a sender. */
  private void becameSendable(int before) {
    int sendable = queue.sendable();
    if (before == 0 && sendable > 0) {
      waitingSince = nanos.getAsLong();
      unattended = true;
    }
    if (sendable / QueueSender.MAX_BATCH > before / QueueSender.MAX_BATCH) {
      idle.wakeOne();
    }
  }

  /** Somebody has to keep the time of what waits, or to send it. */
  private void attend() {
    if (unattended && (!someoneKeepsTime || isWorthSending())) {
      unattended = false;
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
