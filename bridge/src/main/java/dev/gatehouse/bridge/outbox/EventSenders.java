package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.failure.ServiceFailure;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.sqs.RawEntry;
import dev.gatehouse.cloud.table.TableRejectedException;
import dev.gatehouse.contracts.retry.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * The threads that send what is spooled: each takes a batch, and sends it until every event of it
 * is settled: on the queue or a dead letter.
 *
 * <p>A service that fails is tried again for as long as it does. What fails for another reason is a
 * defect of ours: after some attempts the events of the batch are sent one by one, and the one that
 * still fails becomes a dead letter, so that it holds up neither its group nor the thread. A dead
 * letter that the table will never take is told of and lost, for the same reason.
 */
public final class EventSenders implements AutoCloseable {
  /** Attempts that a defect may spoil, of a batch and then of one event alone. */
  static final int MOST_DEFECTS = 8;

  private final Spool spool;
  private final BatchSender queue;
  private final Optional<ClaimCheck> claims;
  private final Optional<DeadLetterStore> deadLetters;
  private final OutboxListener listener;
  private final Backoff backoff;
  private final LongSupplier nanos;
  private final List<Thread> threads;

  private EventSenders(
      int count,
      Spool spool,
      BatchSender queue,
      Optional<BlobStore> blobs,
      Optional<DeadLetterStore> deadLetters,
      OutboxListener listener,
      Backoff backoff,
      LongSupplier nanos) {
    this.spool = spool;
    this.queue = queue;
    this.claims = blobs.map(ClaimCheck::new);
    this.deadLetters = deadLetters;
    this.listener = listener;
    this.backoff = backoff;
    this.nanos = nanos;
    this.threads =
        IntStream.range(0, count)
            .mapToObj(i -> Thread.ofPlatform().daemon().name("outbox-" + i).unstarted(this::run))
            .toList();
  }

  /**
   * Starts sending.
   *
   * @param count how many batches may be in flight
   * @param blobs where payloads go that the queue does not take, if there is such a place
   * @param deadLetters where events go that can never be sent, if there is such a place
   * @param backoff between attempts to send
   * @param nanos a monotonic clock
   */
  public static EventSenders start(
      int count,
      Spool spool,
      BatchSender queue,
      Optional<BlobStore> blobs,
      Optional<DeadLetterStore> deadLetters,
      OutboxListener listener,
      Backoff backoff,
      LongSupplier nanos) {
    EventSenders senders =
        new EventSenders(count, spool, queue, blobs, deadLetters, listener, backoff, nanos);
    senders.threads.forEach(Thread::start);
    return senders;
  }

  /** Stops sending at once; what is spooled is lost to this process. */
  @Override
  public void close() {
    spool.close();
    threads.forEach(Thread::interrupt);
  }

  private void run() {
    try {
      for (List<QueuedEvent> batch = spool.take(); !batch.isEmpty(); batch = spool.take()) {
        carry(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No defect may end the thread; the cursor does not pass over what one leaves unsent. */
  private void carry(List<QueuedEvent> batch) throws InterruptedException {
    try {
      deliver(batch);
    } catch (RuntimeException e) {
      listener.defect(describe(e));
    } finally {
      spool.returned();
    }
  }

  /** Sends until every event is settled. */
  private void deliver(List<QueuedEvent> batch) throws InterruptedException {
    List<QueuedEvent> left = batch;
    int defects = 0;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      try {
        left = send(left);
        defects = 0;
      } catch (QueueRejectedException e) {
        deliverEach(left);
        return;
      } catch (RuntimeException e) {
        listener.retrying(left.size(), ServiceFailure.summaryOf(e));
        if (isDefect(e) && ++defects == MOST_DEFECTS) {
          giveUp(left, e);
          return;
        }
      }
      if (!left.isEmpty()) {
        Thread.sleep(backoff.after(attempt));
      }
    }
  }

  /** One event was at fault for all: alone, each is settled on its own, the good ones first. */
  private void deliverEach(List<QueuedEvent> batch) throws InterruptedException {
    List<QueuedEvent> left = new ArrayList<>(1);
    for (QueuedEvent event : batch) {
      if (!goesAtOnce(event)) {
        left.add(event);
      }
    }
    for (QueuedEvent event : left) {
      deliver(List.of(event));
    }
  }

  /** Whatever stands in the way is met again, and then told. */
  private boolean goesAtOnce(QueuedEvent event) throws InterruptedException {
    try {
      return send(List.of(event)).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void giveUp(List<QueuedEvent> batch, RuntimeException defect)
      throws InterruptedException {
    if (batch.size() > 1) {
      deliverEach(batch);
    } else {
      bury(batch.getFirst(), describe(defect));
    }
  }

  /**
   * Sends once; returns what has to be sent again.
   *
   * @throws QueueRejectedException when one of several events was at fault for all
   */
  private List<QueuedEvent> send(List<QueuedEvent> batch) throws InterruptedException {
    claims.ifPresent(claim -> batch.forEach(event -> claimIfDue(event, claim)));
    if (batch.getFirst().body().length > QueueSender.MAX_BYTES) {
      return settle(batch, List.of(refusal("larger than " + QueueSender.MAX_BYTES + " bytes")));
    }
    listener.calling();
    return settle(batch, outcomes(batch));
  }

  private void claimIfDue(QueuedEvent event, ClaimCheck claim) {
    if (event.isClaimDue()) {
      claim.apply(event);
      listener.claimed();
    }
  }

  private List<SendOutcome> outcomes(List<QueuedEvent> batch) {
    List<RawEntry> entries = new ArrayList<>(batch.size());
    for (QueuedEvent event : batch) {
      entries.add(event.entry());
    }
    try {
      return queue.sendBatch(new RawBatch(entries));
    } catch (QueueRejectedException e) {
      if (batch.size() > 1) {
        throw e;
      }
      return List.of(refusal(e.summary()));
    }
  }

  private static SendOutcome refusal(String reason) {
    return new SendOutcome.Refused(reason, reason, true);
  }

  private List<QueuedEvent> settle(List<QueuedEvent> batch, List<SendOutcome> outcomes)
      throws InterruptedException {
    List<QueuedEvent> sent = new ArrayList<>(batch.size());
    List<QueuedEvent> again = new ArrayList<>(0);
    List<Undeliverable> never = new ArrayList<>(0);
    for (int i = 0; i < batch.size(); i++) {
      QueuedEvent event = batch.get(i);
      switch (outcomes.get(i)) {
        case SendOutcome.Sent _ -> {
          listener.sent(nanos.getAsLong() - event.arrivedNanos());
          sent.add(event);
        }
        case SendOutcome.Refused refused when !refused.senderFault() -> {
          listener.retrying(1, refused.code());
          again.add(event);
        }
        case SendOutcome.Refused _ when claims.isPresent() && event.isClaimable() -> {
          event.demandClaim();
          again.add(event);
        }
        case SendOutcome.Refused refused -> never.add(new Undeliverable(event, refused.code()));
      }
    }
    end(sent);
    for (Undeliverable event : never) {
      bury(event.event(), event.reason());
    }
    return again;
  }

  /** What the queue will not take in any form. */
  private record Undeliverable(QueuedEvent event, String reason) {}

  /** The events are on the queue or dead letters; no defect may have that done a second time. */
  private void end(List<QueuedEvent> events) {
    spool.done(events);
    for (QueuedEvent event : events) {
      try {
        event.delivered();
      } catch (RuntimeException e) {
        listener.defect(describe(e));
      }
    }
  }

  /** Ends an event as a dead letter, once that is durable. */
  private void bury(QueuedEvent event, String reason) throws InterruptedException {
    for (int attempt = 1; !isBuried(event, reason); attempt++) {
      Thread.sleep(backoff.after(attempt));
    }
    end(List.of(event));
  }

  /** Whether that is not to be tried again: a defect here must not hold up the group either. */
  private boolean isBuried(QueuedEvent event, String reason) {
    try {
      deadLetters.ifPresent(letters -> letters.add(event, reason));
      listener.deadLettered(event, reason, deadLetters.isPresent());
      return true;
    } catch (RuntimeException e) {
      boolean mayPass = !isDefect(e) && !(e instanceof TableRejectedException);
      if (!mayPass) {
        listener.deadLettered(event, reason + "; not kept: " + why(e), false);
      }
      return !mayPass;
    }
  }

  private static boolean isDefect(RuntimeException failure) {
    return !(failure instanceof ServiceFailure);
  }

  private static String why(RuntimeException failure) {
    return failure instanceof ServiceFailure known ? known.summary() : describe(failure);
  }

  /** What kind of defect it is and where; not its message, which may quote what was sent. */
  private static String describe(RuntimeException defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return defect.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
