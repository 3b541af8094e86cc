package dev.gatehouse.conversation.answer;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a request asks, once: it is claimed before anything that a person would see, and an
 * attempt that broke off is gone on with. What fails for a time is said to the asker and thrown, so
 * that the queue delivers it again.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** Longer than the function's own time limit, shorter than the queue's visibility timeout. */
  private static final Duration LENGTH = Duration.ofSeconds(45);

  /** Longer than a message waits on any queue, a redrive from the dead letters included. */
  private static final Duration KEEP = Duration.ofDays(30);

  private static final String ANSWER = "answer";

  private final LeaseTable leases;
  private final InstantSource clock;
  private final Answers answers;
  private final Supplier<String> workers;

  /**
   * A desk.
   *
   * @param workers names each attempt differently
   */
  public Desk(LeaseTable leases, InstantSource clock, Answers answers, Supplier<String> workers) {
    this.leases = leases;
    this.clock = clock;
    this.answers = answers;
    this.workers = workers;
  }

  /**
   * Handles the request, unless it was handled before.
   *
   * @throws HeldElsewhereException when another worker is at it
   * @throws RuntimeException when it must be tried again later
   */
  public void handle(Request request, Function<Visit, Outcome> work) {
    try {
      claimed(request, work);
    } catch (TableUnavailableException | QueueUnavailableException e) {
      answers.apologise(request, Excuse.of(e));
      throw e;
    }
  }

  private void claimed(Request request, Function<Visit, Outcome> work) {
    switch (leases.claim(row(request), workers.get(), LENGTH, keptUnfinished())) {
      case LeaseClaim.Claimed(Lease lease) -> attempt(request, lease, Optional.empty(), true, work);
      case LeaseClaim.Resumed(Lease lease) ->
          attempt(request, lease, saved(lease.row()), false, work);
      case LeaseClaim.Held held -> throw new HeldElsewhereException(request, held.until());
      case LeaseClaim.Finished _ -> LOG.debug("{} was handled before", request);
    }
  }

  private List<Change> keptUnfinished() {
    long expiresAt = clock.instant().plus(KEEP).getEpochSecond();
    return List.of(Change.set(Item.TTL, Value.of(expiresAt)));
  }

  private static Optional<SavedAnswer> saved(Item row) {
    return row.text(ANSWER).flatMap(SavedAnswer::decode);
  }

  private void attempt(
      Request request,
      Lease lease,
      Optional<SavedAnswer> saved,
      boolean first,
      Function<Visit, Outcome> work) {
    try {
      Outcome outcome =
          saved
              .<Outcome>map(answer -> new Outcome.Say(answer.text()))
              .orElseGet(() -> work.apply(new Visit(request, first)));
      show(request, lease, saved, outcome);
      lease.finish(
          KEEP,
          List.of(
              Change.set("outcome", Value.of(outcome.getClass().getSimpleName())),
              Change.remove(ANSWER)));
      LOG.info("{}: {}", request, outcome);
    } catch (RuntimeException e) {
      release(lease, e);
      throw e;
    }
  }

  private void show(Request request, Lease lease, Optional<SavedAnswer> saved, Outcome outcome) {
    switch (outcome) {
      case Outcome.Say(String text) ->
          say(request, lease, saved.orElseGet(() -> new SavedAnswer("", text)));
      case Outcome.Queued() -> answers.typing(request);
      case Outcome.Whisper(String text) -> tolerate(request, () -> answers.whisper(request, text));
      case Outcome.Quiet() -> {}
    }
  }

  /** The next delivery need not wait for the lease to run out. */
  private static void release(Lease lease, RuntimeException cause) {
    try {
      lease.release(List.of());
    } catch (LeaseLostException | TableUnavailableException e) {
      cause.addSuppressed(e);
    }
  }

  private static void save(Lease lease, SavedAnswer answer) {
    lease.progress(List.of(Change.set(ANSWER, Value.of(answer.encoded()))));
  }

  private void say(Request request, Lease lease, SavedAnswer answer) {
    save(lease, answer);
    tolerate(request, () -> answers.say(request, answer, shown -> save(lease, shown)));
  }

  /** A channel that is gone or closed to us is nothing that a further try would change. */
  private static void tolerate(Request request, Runnable showing) {
    try {
      showing.run();
    } catch (ReplyException e) {
      if (e.retryable()) {
        throw e;
      }
      LOG.warn("{} cannot be answered: {}", request, e.getMessage());
    }
  }

  private static Key row(Request request) {
    return new Key(
        "request#" + request.conversation().platform().name() + "#" + request.id(), "request");
  }
}
