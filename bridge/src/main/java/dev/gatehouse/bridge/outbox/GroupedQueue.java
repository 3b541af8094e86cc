package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events in order per group. A group has at most one event in flight: a batch is accepted event by
 * event, so a second one of the same group could overtake a refused first one. Not safe for use by
 * several threads.
 */
final class GroupedQueue {
  private final Map<GroupKey, Group> groups = new HashMap<>();
  private final ArrayDeque<Group> sendable = new ArrayDeque<>();

  private static final class Group {
    private final ArrayDeque<QueuedEvent> waiting = new ArrayDeque<>(2);
    private boolean inFlight;
  }

  /** How many events may leave, each of another group. */
  int sendable() {
    return sendable.size();
  }

  /** Queues an event behind those of its group. */
  void put(QueuedEvent event) {
    Group group = groups.computeIfAbsent(event.group(), _ -> new Group());
    group.waiting.add(event);
    if (!group.inFlight && group.waiting.size() == 1) {
      sendable.addLast(group);
    }
  }

  /** Takes as many of the sendable events as make a batch; none when there are none. */
  List<QueuedEvent> batch() {
    List<QueuedEvent> batch = new ArrayList<>(QueueSender.MAX_BATCH);
    long size = 0;
    while (batch.size() < QueueSender.MAX_BATCH && !sendable.isEmpty()) {
      Group group = sendable.getFirst();
      QueuedEvent event = group.waiting.getFirst();
      size += event.spooledBytes();
      if (size > QueueSender.MAX_BYTES && !batch.isEmpty()) {
        break;
      }
      sendable.removeFirst();
      group.waiting.removeFirst();
      group.inFlight = true;
      batch.add(event);
    }
    return batch;
  }

  /** The event in flight has left for good; the next one of its group may go. */
  void release(GroupKey key) {
    Group group = groups.get(key);
    if (group == null) {
      throw new IllegalStateException("an event of group " + key + " left that had not come");
    }
    group.inFlight = false;
    if (group.waiting.isEmpty()) {
      groups.remove(key);
    } else {
      sendable.addLast(group);
    }
  }
}
