package dev.gatehouse.lambda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Handles the groups of a batch beside each other, and the records of a group one after the other.
 * A failure leaves the rest of its own group for another delivery, so that order holds, and no
 * other group's.
 */
public final class GroupedBatch {
  private final Predicate<SqsRecord> work;

  /**
   * A batch for that work.
   *
   * @param work handles a record and says whether the queue may forget it; called by several
   *     threads. What it throws breaks the whole batch off, and the queue offers all of it again
   */
  public GroupedBatch(Predicate<SqsRecord> work) {
    this.work = work;
  }

  /** Handles the records; returns those that are to be delivered again. */
  public List<SqsRecord> handle(List<SqsRecord> records) {
    Collection<List<SqsRecord>> groups = byGroup(records).values();
    if (groups.size() == 1) {
      return handleGroup(groups.iterator().next());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<SqsRecord>>> running =
          groups.stream().map(group -> threads.submit(() -> handleGroup(group))).toList();
      return running.stream().flatMap(group -> result(group).stream()).toList();
    }
  }

  private List<SqsRecord> handleGroup(List<SqsRecord> group) {
    for (int i = 0; i < group.size(); i++) {
      if (!work.test(group.get(i))) {
        return group.subList(i, group.size());
      }
    }
    return List.of();
  }

  private static Map<String, List<SqsRecord>> byGroup(List<SqsRecord> records) {
    Map<String, List<SqsRecord>> groups = new LinkedHashMap<>();
    records.forEach(
        record -> groups.computeIfAbsent(record.groupId(), id -> new ArrayList<>()).add(record));
    return groups;
  }

  private static List<SqsRecord> result(Future<List<SqsRecord>> group) {
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
