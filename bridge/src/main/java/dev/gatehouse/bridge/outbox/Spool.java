package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events that wait for the queue, by group. A group has at most one entry in flight: a batch is
 * accepted entry by entry, so a second one of the same group could overtake a refused first one.
 */
final class Spool {
  private final SpoolLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Map<GroupKey, Group> groups = new HashMap<>();
  private final ArrayDeque<Group> sendable = new ArrayDeque<>();
  private int idleSenders;
  private volatile int events;
  private volatile long bytes;
  private boolean closed;

  private static final class Group {
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>(2);
    private boolean inFlight;
  }

  Spool(SpoolLimits limits) {
    this.limits = limits;
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
      Group group = groups.computeIfAbsent(entry.group(), _ -> new Group());
      group.waiting.add(entry);
      count(1, entry.size());
      if (!group.inFlight && group.waiting.size() == 1) {
        offer(group);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for entries and takes as many as make a batch, each of another group.
   *
   * @return none once the spool is closed and nothing is left to take
   */
  List<Entry> take() throws InterruptedException {
    lock.lock();
    try {
      while (sendable.isEmpty() && !closed) {
        idleSenders++;
        try {
          ready.await();
        } finally {
          idleSenders--;
        }
      }
      return batch();
    } finally {
      lock.unlock();
    }
  }

  /** The entries have left, whatever became of them; the next ones of their groups may go. */
  void done(List<Entry> entries) {
    lock.lock();
    try {
      for (Entry entry : entries) {
        count(-1, -entry.size());
        release(entry.group());
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

  private List<Entry> batch() {
    List<Entry> batch = new ArrayList<>(QueueSender.MAX_BATCH);
    long size = 0;
    while (batch.size() < QueueSender.MAX_BATCH && !sendable.isEmpty()) {
      Group group = sendable.getFirst();
      Entry entry = group.waiting.getFirst();
      size += entry.size();
      if (size > QueueSender.MAX_BYTES && !batch.isEmpty()) {
        break;
      }
      sendable.removeFirst();
      group.waiting.removeFirst();
      group.inFlight = true;
      batch.add(entry);
    }
    return batch;
  }

  private void release(GroupKey key) {
    Group group = groups.get(key);
    if (group == null) {
      throw new IllegalStateException("an entry of group " + key + " left that had not come");
    }
    group.inFlight = false;
    if (group.waiting.isEmpty()) {
      groups.remove(key);
    } else {
      offer(group);
    }
  }

  private void offer(Group group) {
    sendable.addLast(group);
    if (idleSenders > 0) {
      ready.signal();
    }
  }

  /** Only ever called under the lock; the fields are volatile for those who read without it. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count(int moreEvents, long moreBytes) {
    events += moreEvents;
    bytes += moreBytes;
  }
}
