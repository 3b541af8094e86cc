package dev.gatehouse.conversation.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the groups of a batch beside each other, and the records of a group one after the other.
 * A failure leaves the rest of its own group for another delivery, so that order holds, and no
 * other group's.
 */
public final class GroupedBatch {
  private static final Logger LOG = LoggerFactory.getLogger(GroupedBatch.class);

  private final Consumer<QueueRecord> work;

  public GroupedBatch(Consumer<QueueRecord> work) {
    this.work = work;
  }

  /** Handles the records; returns those that are to be delivered again. */
  public List<QueueRecord> handle(List<QueueRecord> records) {
    Collection<List<QueueRecord>> groups = byGroup(records).values();
    if (groups.size() == 1) {
      return handleGroup(groups.iterator().next());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<QueueRecord>>> running =
          groups.stream().map(group -> threads.submit(() -> handleGroup(group))).toList();
      return running.stream().flatMap(group -> result(group).stream()).toList();
    }
  }

  private List<QueueRecord> handleGroup(List<QueueRecord> group) {
    for (int i = 0; i < group.size(); i++) {
      if (!handled(group.get(i))) {
        return group.subList(i, group.size());
      }
    }
    return List.of();
  }

  /** The reason is logged at each delivery, so also at the one before the dead-letter queue. */
  private boolean handled(QueueRecord record) {
    try {
      work.accept(record);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} failed: {}: {}", record, e.getClass().getSimpleName(), e.getMessage());
      LOG.debug("where it failed", e);
      return false;
    }
  }

  private static Map<String, List<QueueRecord>> byGroup(List<QueueRecord> records) {
    Map<String, List<QueueRecord>> groups = new LinkedHashMap<>();
    records.forEach(
        record -> groups.computeIfAbsent(record.groupId(), id -> new ArrayList<>()).add(record));
    return groups;
  }

  private static List<QueueRecord> result(Future<List<QueueRecord>> group) {
    try {
      return group.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was handled", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a group of the batch broke off", e.getCause());
    }
  }
}
