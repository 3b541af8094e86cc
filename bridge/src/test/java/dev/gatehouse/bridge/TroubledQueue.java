package dev.gatehouse.bridge;

import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.sqs.RawEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A queue that has trouble for a while. */
final class TroubledQueue implements BatchSender {
  private static final long SLOW_NANOS = 3_000_000;
  private static final SendOutcome BUSY = new SendOutcome.Refused("InternalError", "busy", false);

  private final BatchSender queue;
  private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong held = new AtomicLong();

  /** What is wrong. */
  enum Trouble {
    NONE,
    /** No call arrives. */
    DOWN,
    /** Calls arrive, but their answers are lost. */
    DEAF,
    /** Every other call is too many. */
    THROTTLING,
    /** Every third entry is refused. */
    PARTIAL,
    /** Answers take their time. */
    SLOW,
    /** One call gets nowhere until the trouble is another one; all others pass it by. */
    HOLDING
  }

  TroubledQueue(BatchSender queue) {
    this.queue = queue;
  }

  void has(Trouble now) {
    trouble.set(now);
  }

  int calls() {
    return calls.get();
  }

  /** The sequence number of an entry of the call that is held; 0 while none is. */
  long held() {
    return held.get();
  }

  @Override
  public List<SendOutcome> sendBatch(RawBatch batch) {
    int call = calls.incrementAndGet();
    return switch (trouble.get()) {
      case NONE -> queue.sendBatch(batch);
      case DOWN -> throw new QueueUnavailableException("connection refused", null);
      case DEAF -> {
        queue.sendBatch(batch);
        throw new QueueUnavailableException("the answer was lost", null);
      }
      case THROTTLING -> {
        if (call % 2 == 0) {
          throw new QueueThrottledException("too many calls", null);
        }
        yield queue.sendBatch(batch);
      }
      case PARTIAL -> partial(batch);
      case SLOW -> {
        LockSupport.parkNanos(SLOW_NANOS);
        yield queue.sendBatch(batch);
      }
      case HOLDING -> {
        if (held.compareAndSet(0, sequence(batch.entries().getFirst()))) {
          awaitOtherTrouble();
          yield sendBatch(batch);
        }
        yield queue.sendBatch(batch);
      }
    };
  }

  private static long sequence(RawEntry entry) {
    String id = entry.deduplicationId();
    return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
  }

  private void awaitOtherTrouble() {
    while (trouble.get() == Trouble.HOLDING && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(SLOW_NANOS);
    }
  }

  private List<SendOutcome> partial(RawBatch batch) {
    List<SendOutcome> outcomes = new ArrayList<>();
    for (RawEntry entry : batch.entries()) {
      boolean refused = calls.incrementAndGet() % 3 == 0;
      outcomes.add(refused ? BUSY : queue.sendBatch(new RawBatch(List.of(entry))).getFirst());
    }
    return outcomes;
  }
}
