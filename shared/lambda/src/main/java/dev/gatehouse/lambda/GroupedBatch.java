package dev.gatehouse.lambda;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.contracts.retry.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the groups of a batch beside each other, and the records of a group one after the other.
 *
 * <p>A record whose failure may pass leaves the rest of its own group, and no other's, for another
 * delivery a few seconds later, so that order holds and the channel is not silent for the queue's
 * whole timeout (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">rules</a>).
 * One that can never be handled becomes a dead letter at once, and its group goes on.
 */
public final class GroupedBatch {
  private static final Logger LOG = LoggerFactory.getLogger(GroupedBatch.class);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  /** A channel is silent for no longer than that once the cause of a failure has passed. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  private final Function<SqsRecord, RecordResult> work;
  private final Supplier<QueueDeliveries> queue;

  /**
   * A batch for that work.
   *
   * @param work handles a record; called by several threads. What it throws breaks the whole batch
   *     off, and the queue offers all of it again
   * @param queue asked for when something is to be said to the queue
   */
  public GroupedBatch(Function<SqsRecord, RecordResult> work, Supplier<QueueDeliveries> queue) {
    this.work = work;
    this.queue = queue;
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
      SqsRecord record = group.get(i);
      boolean done =
          switch (work.apply(record)) {
            case RecordResult.Handled _ -> true;
            case RecordResult.TryAgain _ -> false;
            case RecordResult.NeverHandled(String reason) -> isBuried(record, reason);
          };
      if (!done) {
        return comingBack(group.subList(i, group.size()));
      }
    }
    return List.of();
  }

  /**
   * The copy's deduplication id is the record's own id, so that a record that is buried twice,
   * since the first answer was lost, is there once.
   */
  private boolean isBuried(SqsRecord record, String reason) {
    try {
      OutgoingMessage letter =
          new OutgoingMessage(record.groupId(), record.messageId(), record.body());
      queue.get().sendToDeadLetters(letter, reason);
      return true;
    } catch (QueueUnavailableException e) {
      LOG.warn("{} could not be put among the dead letters: {}", record, e.getMessage());
      return false;
    }
  }

  /**
   * Has the queue hand out the records soon. All of them by the first one's delay: FIFO gives out
   * none of them before those ahead of it.
   */
  private List<SqsRecord> comingBack(List<SqsRecord> failed) {
    Duration wait = Backoff.bound(FIRST_WAIT, LONGEST_WAIT, failed.getFirst().receiveCount());
    try {
      for (SqsRecord record : failed) {
        queue.get().changeVisibility(record.receipt(), wait);
      }
    } catch (QueueUnavailableException e) {
      LOG.warn(
          "{} comes back after the queue's own timeout: {}", failed.getFirst(), e.getMessage());
    }
    return failed;
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
