package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.failure.ServiceFailure;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** One line of sending: takes a batch, and sends it until each entry has found its end. */
final class Dispatcher implements Runnable {
  private final Spool spool;
  private final BatchSender sender;
  private final Optional<ClaimCheck> claims;
  private final OutboxListener listener;
  private final Retry retry;
  private final RandomGenerator random;
  private final LongSupplier nanos;

  Dispatcher(
      Spool spool,
      BatchSender sender,
      Optional<ClaimCheck> claims,
      OutboxListener listener,
      Retry retry,
      RandomGenerator random,
      LongSupplier nanos) {
    this.spool = spool;
    this.sender = sender;
    this.claims = claims;
    this.listener = listener;
    this.retry = retry;
    this.random = random;
    this.nanos = nanos;
  }

  @Override
  public void run() {
    try {
      for (List<Entry> batch = spool.take(); !batch.isEmpty(); batch = spool.take()) {
        deliver(Parcel.of(batch));
        spool.returned();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(List<Parcel> batch) throws InterruptedException {
    List<Parcel> left = batch;
    for (int failures = 1; ; failures++) {
      left = attempt(left);
      if (left.isEmpty()) {
        return;
      }
      Thread.sleep(retry.delay(failures, random));
    }
  }

  /** Sends once; returns what has to be sent again. */
  private List<Parcel> attempt(List<Parcel> batch) {
    try {
      claims.ifPresent(claim -> batch.forEach(parcel -> checkIfDue(parcel, claim)));
      if (batch.getFirst().current().size() > QueueSender.MAX_BYTES) {
        return refused(batch, "larger than " + QueueSender.MAX_BYTES + " bytes");
      }
      listener.calling();
      return settle(batch, sender.send(Parcel.entries(batch)));
    } catch (QueueRejectedException e) {
      return batch.size() > 1 ? attemptEach(batch) : refused(batch, e.summary());
    } catch (RuntimeException e) {
      listener.retrying(batch.size(), ServiceFailure.summaryOf(e));
      return batch;
    }
  }

  /** One entry of a call was at fault for all: alone, each finds its own end. */
  private List<Parcel> attemptEach(List<Parcel> batch) {
    List<Parcel> again = new ArrayList<>(0);
    for (Parcel parcel : batch) {
      again.addAll(attempt(List.of(parcel)));
    }
    return again;
  }

  private List<Parcel> refused(List<Parcel> batch, String reason) {
    return settle(batch, List.of(new SendOutcome.Refused(reason, reason, true)));
  }

  private List<Parcel> settle(List<Parcel> batch, List<SendOutcome> outcomes) {
    List<Parcel> again = new ArrayList<>(0);
    List<Entry> ended = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Parcel parcel = batch.get(i);
      if (hasEnded(parcel, outcomes.get(i))) {
        ended.add(parcel.original());
      } else {
        again.add(parcel);
      }
    }
    spool.done(ended);
    for (Entry entry : ended) {
      entry.delivery().delivered(entry.sequence());
    }
    return again;
  }

  private boolean hasEnded(Parcel parcel, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent _ -> {
        listener.sent(nanos.getAsLong() - parcel.original().arrivedNanos());
        yield true;
      }
      case SendOutcome.Refused refused when refused.senderFault() ->
          isRejected(parcel, refused.code());
      case SendOutcome.Refused refused -> {
        listener.retrying(1, refused.code());
        yield false;
      }
    };
  }

  /** What the queue refuses as it is may still go by claim check, at the next attempt. */
  private boolean isRejected(Parcel parcel, String reason) {
    if (claims.isPresent() && parcel.isClaimable()) {
      parcel.demandClaim();
      return false;
    }
    listener.rejected(parcel.current(), reason);
    return true;
  }

  private void checkIfDue(Parcel parcel, ClaimCheck claim) {
    if (parcel.isClaimDue()) {
      parcel.replace(claim.check(parcel.current()));
      listener.claimed(parcel.current());
    }
  }
}
