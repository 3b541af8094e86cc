package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.failure.ServiceFailure;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.table.TableRejectedException;
import dev.gatehouse.contracts.retry.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sends a batch until each of its events is on the queue or a dead letter.
 *
 * <ol>
 *   <li>Call the queue. What fails for a while is called again for as long as it does; what fails
 *       for a defect of ours some times together, and then some times alone.
 *   <li>Settle what the call brought, once: nothing that fails here has an event sent again.
 *   <li>Bury at the end what will never be on the queue, so that a table that does not answer holds
 *       up nothing but that. A dead letter that the table will never take is told of and lost.
 * </ol>
 */
record BatchDelivery(
    Spool spool,
    BatchSender queue,
    Optional<ClaimCheck> claims,
    Optional<DeadLetterStore> deadLetters,
    OutboxListener listener,
    Backoff backoff,
    LongSupplier nanos) {
  /** Attempts that a defect may spoil, of a batch and then of one event alone. */
  static final int MOST_DEFECTS = 8;

  /** Events that go in one call, and how many calls of them a defect has spoilt. */
  private record Call(List<QueuedEvent> events, int defects) {}

  /** What the queue will not take in any form. */
  private record Undeliverable(QueuedEvent event, String reason) {}

  void deliver(List<QueuedEvent> batch) throws InterruptedException {
    List<Undeliverable> never = new ArrayList<>(0);
    List<Call> calls = List.of(new Call(batch, 0));
    for (int attempt = 1; !calls.isEmpty(); attempt++) {
      List<Call> later = new ArrayList<>(0);
      for (Call call : calls) {
        later.addAll(attempt(call, never));
      }
      calls = later;
      if (!calls.isEmpty()) {
        Thread.sleep(backoff.after(attempt));
      }
    }
    for (int attempt = 1; !never.isEmpty(); attempt++) {
      never.removeIf(this::isBuried);
      if (!never.isEmpty()) {
        Thread.sleep(backoff.after(attempt));
      }
    }
  }

  // 1. Call the queue.

  /** Makes the call; returns those that remain to be made. */
  private List<Call> attempt(Call call, List<Undeliverable> never) {
    List<Call> later = new ArrayList<>(0);
    List<QueuedEvent> ready = new ArrayList<>(call.events().size());
    for (QueuedEvent event : call.events()) {
      try {
        claimIfDue(event);
        ready.add(event);
      } catch (RuntimeException e) {
        later.addAll(failed(new Call(List.of(event), call.defects()), e, never));
      }
    }
    if (!ready.isEmpty()) {
      later.addAll(send(new Call(ready, call.defects()), never));
    }
    return later;
  }

  private void claimIfDue(QueuedEvent event) {
    if (claims.isPresent() && event.isClaimDue()) {
      claims.get().apply(event);
      tell(OutboxListener::claimed);
    }
  }

  private List<Call> send(Call call, List<Undeliverable> never) {
    if (call.events().getFirst().body().length > QueueSender.MAX_BYTES) {
      return settle(call, refusal("larger than " + QueueSender.MAX_BYTES + " bytes"), never);
    }
    List<SendOutcome> outcomes;
    try {
      tell(OutboxListener::calling);
      outcomes =
          List.copyOf(
              queue.sendBatch(
                  new RawBatch(call.events().stream().map(QueuedEvent::entry).toList())));
      if (outcomes.size() != call.events().size()) {
        throw new IllegalStateException("as many outcomes as entries are due");
      }
    } catch (RuntimeException e) {
      return failed(call, e, never);
    }
    return settle(call, outcomes, never);
  }

  private List<Call> failed(Call call, RuntimeException why, List<Undeliverable> never) {
    boolean alone = call.events().size() == 1;
    if (why instanceof QueueRejectedException rejected) {
      return alone ? settle(call, refusal(rejected.summary()), never) : each(call, never);
    }
    tell(hears -> hears.retrying(call.events().size(), ServiceFailure.summaryOf(why)));
    int defects = call.defects() + (isDefect(why) ? 1 : 0);
    if (defects < MOST_DEFECTS) {
      return List.of(new Call(call.events(), defects));
    }
    if (!alone) {
      return each(call, never);
    }
    never.add(new Undeliverable(call.events().getFirst(), describe(why)));
    return List.of();
  }

  /** One event was at fault for all: alone, the good ones go at once. */
  private List<Call> each(Call call, List<Undeliverable> never) {
    List<Call> later = new ArrayList<>(1);
    for (QueuedEvent event : call.events()) {
      later.addAll(attempt(new Call(List.of(event), 0), never));
    }
    return later;
  }

  private static List<SendOutcome> refusal(String reason) {
    return List.of(new SendOutcome.Refused(reason, reason, true));
  }

  // 2. Settle what it brought.

  private List<Call> settle(Call call, List<SendOutcome> outcomes, List<Undeliverable> never) {
    List<QueuedEvent> sent = new ArrayList<>(call.events().size());
    List<QueuedEvent> again = new ArrayList<>(0);
    for (int i = 0; i < outcomes.size(); i++) {
      QueuedEvent event = call.events().get(i);
      switch (outcomes.get(i)) {
        case SendOutcome.Sent _ -> sent.add(event);
        case SendOutcome.Refused refused when !refused.senderFault() -> {
          again.add(event);
          tell(hears -> hears.retrying(1, refused.code()));
        }
        case SendOutcome.Refused _ when claims.isPresent() && event.isClaimable() -> {
          event.demandClaim();
          again.add(event);
        }
        case SendOutcome.Refused refused -> never.add(new Undeliverable(event, refused.code()));
      }
    }
    for (QueuedEvent event : sent) {
      tell(hears -> hears.sent(nanos.getAsLong() - event.arrivedNanos()));
    }
    end(sent);
    return again.isEmpty() ? List.of() : List.of(new Call(again, 0));
  }

  /** The events are on the queue or dead letters. */
  private void end(List<QueuedEvent> events) {
    run(() -> spool.done(events));
    events.forEach(event -> run(event::delivered));
  }

  /** A defect in what follows from a settled event is told, and changes nothing about it. */
  private void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      tell(hears -> hears.defect(describe(e)));
    }
  }

  void tell(Consumer<OutboxListener> news) {
    try {
      news.accept(listener);
    } catch (RuntimeException e) {
      // Who counts and logs has a defect of its own; the events are none the worse for it.
    }
  }

  // 3. Bury the rest.

  /** Whether the event has ended: a defect here must not hold up its group either. */
  private boolean isBuried(Undeliverable dead) {
    String lost = "";
    try {
      deadLetters.ifPresent(letters -> letters.add(dead.event(), dead.reason()));
    } catch (RuntimeException e) {
      if (!isDefect(e) && !(e instanceof TableRejectedException)) {
        return false;
      }
      lost = "; not kept: " + (e instanceof ServiceFailure known ? known.summary() : describe(e));
    }
    String reason = dead.reason() + lost;
    boolean kept = deadLetters.isPresent() && lost.isEmpty();
    tell(hears -> hears.deadLettered(dead.event(), reason, kept));
    end(List.of(dead.event()));
    return true;
  }

  private static boolean isDefect(RuntimeException failure) {
    return !(failure instanceof ServiceFailure);
  }

  /** What kind of defect it is and where; not its message, which may quote what was sent. */
  static String describe(RuntimeException defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return defect.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
