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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that send what is spooled: each takes a batch, and sends it until every event of it
 * has found its end, on the queue or as a dead letter.
 *
 * <p>A service that fails is tried again for as long as it does. What fails for another reason is a
 * defect of ours: after some attempts the events of the batch are sent one by one, and the one that
 * still fails becomes a dead letter, so that it holds up neither its group nor the thread. A dead
 * letter that the table will never take is told of and lost, for the same reason.
 */
public final class EventSenders implements AutoCloseable {
  /** Attempts that a defect may spoil, of a batch and then of one event alone. */
  static final int MOST_DEFECTS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(EventSenders.class);

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
      tellDefect(e);
    } finally {
      spool.returned();
    }
  }

  /**
   * Events that go in one call.
   *
   * @param attempts how often they were sent
   * @param defects how many of these attempts a defect spoiled
   */
  private record Part(List<QueuedEvent> events, int attempts, int defects) {}

  /** What the queue will not take in any form. */
  private record Undeliverable(QueuedEvent event, String reason) {}

  /**
   * Sends until every event has found its end. The dead letters come last: they wait for a table,
   * the other events only for the queue.
   */
  private void deliver(List<QueuedEvent> batch) throws InterruptedException {
    List<Undeliverable> never = new ArrayList<>(0);
    List<Part> left = send(new Part(batch, 0, 0), never);
    while (!left.isEmpty()) {
      Thread.sleep(backoff.after(left.stream().mapToInt(Part::attempts).min().orElse(1)));
      left = left.stream().flatMap(part -> send(part, never).stream()).toList();
    }
    buryAll(never);
  }

  /** Sends once; returns what has to be sent again. */
  private List<Part> send(Part part, List<Undeliverable> never) {
    List<SendOutcome> outcomes;
    try {
      outcomes = outcomes(part.events());
    } catch (QueueRejectedException e) {
      return sendEach(part.events(), never);
    } catch (RuntimeException e) {
      return afterFailure(part, e, never);
    }
    return settle(part, outcomes, never);
  }

  /** One event was at fault for all: alone, each finds its own end. */
  private List<Part> sendEach(List<QueuedEvent> events, List<Undeliverable> never) {
    return events.stream()
        .flatMap(event -> send(new Part(List.of(event), 0, 0), never).stream())
        .toList();
  }

  private List<Part> afterFailure(Part part, RuntimeException failure, List<Undeliverable> never) {
    List<QueuedEvent> events = part.events();
    tell(() -> listener.retrying(events.size(), ServiceFailure.summaryOf(failure)));
    int defects = part.defects() + (isDefect(failure) ? 1 : 0);
    if (defects < MOST_DEFECTS) {
      return List.of(new Part(events, part.attempts() + 1, defects));
    }
    if (events.size() > 1) {
      return sendEach(events, never);
    }
    never.add(new Undeliverable(events.getFirst(), describe(failure)));
    return List.of();
  }

  /**
   * Makes one call, without any consequence for the events but that claim checks stand in for some
   * payloads.
   *
   * @throws QueueRejectedException when one of several events was at fault for all
   */
  private List<SendOutcome> outcomes(List<QueuedEvent> batch) {
    claims.ifPresent(claim -> batch.forEach(event -> claimIfDue(event, claim)));
    if (batch.getFirst().body().length > QueueSender.MAX_BYTES) {
      return List.of(refusal("larger than " + QueueSender.MAX_BYTES + " bytes"));
    }
    List<RawEntry> entries = new ArrayList<>(batch.size());
    for (QueuedEvent event : batch) {
      entries.add(event.entry());
    }
    tell(listener::calling);
    try {
      return checked(queue.sendBatch(new RawBatch(entries)), batch.size());
    } catch (QueueRejectedException e) {
      if (batch.size() > 1) {
        throw e;
      }
      return List.of(refusal(e.summary()));
    }
  }

  private void claimIfDue(QueuedEvent event, ClaimCheck claim) {
    if (event.isClaimDue()) {
      claim.apply(event);
      tell(listener::claimed);
    }
  }

  private static List<SendOutcome> checked(List<SendOutcome> outcomes, int entries) {
    if (outcomes.size() != entries) {
      throw new IllegalStateException(outcomes.size() + " outcomes for " + entries + " entries");
    }
    return outcomes;
  }

  private static SendOutcome refusal(String reason) {
    return new SendOutcome.Refused(reason, reason, true);
  }

  /** Ends what was sent; returns what has to be sent again. */
  private List<Part> settle(Part part, List<SendOutcome> outcomes, List<Undeliverable> never) {
    List<QueuedEvent> sent = new ArrayList<>(part.events().size());
    List<QueuedEvent> again = new ArrayList<>(0);
    for (int i = 0; i < part.events().size(); i++) {
      QueuedEvent event = part.events().get(i);
      switch (outcomes.get(i)) {
        case SendOutcome.Sent _ -> {
          tell(() -> listener.sent(nanos.getAsLong() - event.arrivedNanos()));
          sent.add(event);
        }
        case SendOutcome.Refused refused when !refused.senderFault() -> {
          tell(() -> listener.retrying(1, refused.code()));
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
    return again.isEmpty() ? List.of() : List.of(new Part(again, part.attempts() + 1, 0));
  }

  /** The events are on the queue or dead letters; no defect may have that done a second time. */
  private void end(List<QueuedEvent> events) {
    tell(() -> spool.done(events));
    for (QueuedEvent event : events) {
      tell(event::delivered);
    }
  }

  /** Ends events as dead letters, each once that is durable. */
  private void buryAll(List<Undeliverable> never) throws InterruptedException {
    never.removeIf(this::isBuried);
    for (int attempt = 1; !never.isEmpty(); attempt++) {
      Thread.sleep(backoff.after(attempt));
      never.removeIf(this::isBuried);
    }
  }

  /** Whether that has not to be tried again. Only what may pass is waited for. */
  private boolean isBuried(Undeliverable dead) {
    QueuedEvent event = dead.event();
    try {
      deadLetters.ifPresent(letters -> letters.add(event, dead.reason()));
      tell(() -> listener.deadLettered(event, dead.reason(), deadLetters.isPresent()));
    } catch (RuntimeException e) {
      if (mayPass(e)) {
        return false;
      }
      String reason = dead.reason() + "; not kept: " + why(e);
      tell(() -> listener.deadLettered(event, reason, false));
    }
    end(List.of(event));
    return true;
  }

  private static boolean mayPass(RuntimeException failure) {
    return !isDefect(failure) && !(failure instanceof TableRejectedException);
  }

  private static boolean isDefect(RuntimeException failure) {
    return !(failure instanceof ServiceFailure);
  }

  /** Lets somebody know. Whoever fails at hearing it changes nothing for the events. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      tellDefect(e);
    }
  }

  private void tellDefect(RuntimeException defect) {
    try {
      listener.defect(describe(defect));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("defect", describe(defect)).log("a defect could not be told");
    }
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
