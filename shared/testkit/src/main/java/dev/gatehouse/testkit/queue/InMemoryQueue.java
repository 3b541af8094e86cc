package dev.gatehouse.testkit.queue;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A FIFO queue in memory that keeps {@link QueueContract}: deduplication for five minutes, a group
 * blocked while one of its messages is out, a visibility timeout by the given clock, receive
 * counts, and a dead-letter queue. Safe for many threads.
 */
public final class InMemoryQueue implements QueueSender, QueueReceiver {
  private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<StoredMessage> messages = new ArrayList<>();
  private final List<OutgoingMessage> accepted = new ArrayList<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private final Deque<RuntimeException> lostAnswers = new ArrayDeque<>();
  private final Clock clock;
  private final Duration visibility;
  private final Optional<DeadLetters> deadLetters;
  private final Deduplication deduplication;
  private int messageCount;

  /**
   * Where a message goes instead of being handed out once more.
   *
   * @param queue the dead-letter queue
   * @param maxReceiveCount how often a message is handed out before
   */
  public record DeadLetters(InMemoryQueue queue, int maxReceiveCount) {
    public DeadLetters {
      if (maxReceiveCount < 1) {
        throw new IllegalArgumentException("maxReceiveCount: must be 1 or more");
      }
    }
  }

  public InMemoryQueue(Clock clock) {
    this(clock, DEFAULT_VISIBILITY, Optional.empty());
  }

  public InMemoryQueue(Clock clock, Duration visibility, Optional<DeadLetters> deadLetters) {
    this.clock = clock;
    this.visibility = visibility;
    this.deadLetters = deadLetters;
    this.deduplication = new Deduplication(clock);
    if (clock instanceof SettableClock settable) {
      settable.onMove(this::wake);
    }
  }

  /** The next call to send throws this; several failures queue up, one for each call. */
  public void failNextSend(RuntimeException failure) {
    locked(() -> failures.add(failure));
  }

  /** The next call to send takes its messages, and throws this all the same. */
  public void loseNextAnswer(RuntimeException failure) {
    locked(() -> lostAnswers.add(failure));
  }

  /** Every message that was accepted and is no duplicate, in order, whether handled or not. */
  public List<OutgoingMessage> accepted() {
    return locked(() -> List.copyOf(accepted));
  }

  /** The messages that are not deleted, in order. */
  public List<OutgoingMessage> remaining() {
    return locked(() -> messages.stream().map(StoredMessage::message).toList());
  }

  @Override
  public List<SendOutcome> sendBatch(List<OutgoingMessage> batch) {
    return locked(() -> {
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      SendLimits.check(batch);
      List<SendOutcome> outcomes = batch.stream().map(this::accept).toList();
      changed.signalAll();
      if (!lostAnswers.isEmpty()) {
        throw lostAnswers.remove();
      }
      return outcomes;
    });
  }

  @Override
  public List<ReceivedMessage> receive(int most, Duration wait) {
    return locked(() -> {
      long deadline = System.nanoTime() + wait.toNanos();
      List<ReceivedMessage> taken = take(most);
      while (taken.isEmpty() && awaitChange(deadline)) {
        taken = take(most);
      }
      return taken;
    });
  }

  @Override
  public void delete(ReceivedMessage message) {
    locked(() -> {
      messages.removeIf(stored -> stored.receipt().equals(message.receipt()));
      changed.signalAll();
      return messages.size();
    });
  }

  private SendOutcome accept(OutgoingMessage message) {
    return new SendOutcome.Sent(
        deduplication.firstOf(message.deduplicationId(), () -> store(message)));
  }

  private String store(OutgoingMessage message) {
    String messageId = "message-" + ++messageCount;
    messages.add(new StoredMessage(messageId, message));
    accepted.add(message);
    return messageId;
  }

  private List<ReceivedMessage> take(int most) {
    Instant now = clock.instant();
    buryTheDead(now);
    Set<String> blocked = blockedGroups(now);
    return messages.stream()
        .filter(message -> !blocked.contains(message.groupId()))
        .limit(most)
        .toList()
        .stream()
        .map(message -> message.handOut(now.plus(visibility)))
        .toList();
  }

  private Set<String> blockedGroups(Instant now) {
    Set<String> groups = new HashSet<>();
    messages.stream()
        .filter(message -> !message.isVisible(now))
        .forEach(message -> groups.add(message.groupId()));
    return groups;
  }

  private void buryTheDead(Instant now) {
    deadLetters.ifPresent(target ->
        messages.removeIf(message ->
            message.isVisible(now)
                && message.receiveCount() >= target.maxReceiveCount()
                && bury(message, target.queue())));
  }

  private static boolean bury(StoredMessage message, InMemoryQueue queue) {
    queue.send(message.message());
    return true;
  }

  /** Waits for a change until the deadline; false when it has passed. */
  @SuppressWarnings("WaitNotInLoop") // The caller looks again in a loop.
  private boolean awaitChange(long deadline) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      changed.await(Math.min(left, untilNextVisible()), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** In nanoseconds; for ever by a clock that stands still, which wakes us when it is moved. */
  private long untilNextVisible() {
    if (clock instanceof SettableClock) {
      return Long.MAX_VALUE;
    }
    Instant now = clock.instant();
    return messages.stream()
        .filter(message -> !message.isVisible(now))
        .mapToLong(message -> Duration.between(now, message.visibleAt()).toNanos())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private void wake() {
    locked(() -> {
      changed.signalAll();
      return true;
    });
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
