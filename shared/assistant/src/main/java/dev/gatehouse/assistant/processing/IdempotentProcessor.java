package dev.gatehouse.assistant.processing;

import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.table.RowKeys;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a request asks, once, however often it is delivered: it is claimed before anything that
 * a person would see, what is decided is saved before it is shown, and an attempt that broke off is
 * gone on with. What fails for a time is thrown, so that the queue delivers it again, and said to
 * the asker as long as no answer is shown.
 */
public final class IdempotentProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotentProcessor.class);

  /** Longer than the function's own time limit, shorter than the queue's visibility timeout. */
  private static final Duration LENGTH = Duration.ofSeconds(45);

  /** Longer than a message waits on any queue, a redrive from the dead letters included. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final AssistantCommands commands;
  private final LeaseTable leases;
  private final ReplyWriter replies;
  private final Supplier<String> workers;
  private final InstantSource clock;

  /**
   * A processor.
   *
   * @param workers names each attempt differently
   */
  public IdempotentProcessor(
      AssistantCommands commands,
      LeaseTable leases,
      ReplyWriter replies,
      Supplier<String> workers,
      InstantSource clock) {
    this.commands = commands;
    this.leases = leases;
    this.replies = replies;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Does what the request asks, unless that was done before.
   *
   * @throws HeldElsewhereException when another worker is at it
   * @throws RuntimeException when it must be tried again later
   */
  public void process(Request request) {
    try {
      claim(request);
    } catch (TableUnavailableException | QueueUnavailableException e) {
      replies.apologise(request, e);
      throw e;
    }
  }

  private void claim(Request request) {
    switch (leases.claim(row(request), workers.get(), LENGTH, keptUnfinished())) {
      case LeaseClaim.Claimed(Lease lease) -> attempt(request, lease);
      case LeaseClaim.Resumed(Lease lease) -> attempt(request.retried(), lease);
      case LeaseClaim.Held held -> throw new HeldElsewhereException(request, held.until());
      case LeaseClaim.Finished _ -> LOG.debug("{} was handled before", request);
    }
  }

  private List<Change> keptUnfinished() {
    return List.of(Change.set(Item.TTL, Value.of(clock.instant().plus(KEEP).getEpochSecond())));
  }

  private void attempt(Request request, Lease lease) {
    try {
      Optional<SavedReply> saved = SavedReply.of(lease.row());
      if (saved.isPresent()) {
        say(request, lease, saved.get());
        finish(request, lease, new Outcome.Answered(saved.get().text()));
      } else {
        Outcome outcome = commands.answer(request);
        show(request, lease, outcome);
        finish(request, lease, outcome);
      }
    } catch (RuntimeException e) {
      release(lease, e);
      throw e;
    }
  }

  private void show(Request request, Lease lease, Outcome outcome) {
    switch (outcome) {
      case Outcome.Answered(String text) -> say(request, lease, SavedReply.decided(text));
      case Outcome.Queued() -> replies.showTyping(request);
      case Outcome.AnsweredPrivately(String text) ->
          tolerate(request, text, () -> replies.tellCaller(request, text));
      case Outcome.Done() -> {}
    }
  }

  private void say(Request request, Lease lease, SavedReply reply) {
    lease.progress(reply.changes());
    tolerate(
        request,
        reply.text(),
        () ->
            replies.show(
                request,
                reply,
                opened -> afterShowing(request, () -> lease.progress(opened.changes()))));
  }

  private static void finish(Request request, Lease lease, Outcome outcome) {
    List<Change> changes = new ArrayList<>(SavedReply.FORGOTTEN);
    changes.add(Change.set("outcome", Value.of(outcome.getClass().getSimpleName())));
    afterShowing(request, () -> lease.finish(KEEP, changes));
    LOG.info("{}: {}", request, outcome);
  }

  private static void afterShowing(Request request, Runnable write) {
    try {
      write.run();
    } catch (TableUnavailableException e) {
      throw new AnsweredButUnsavedException(request, e);
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

  /** A channel that is gone or closed to us is nothing that a further try would change. */
  private void tolerate(Request request, String text, Runnable showing) {
    try {
      showing.run();
    } catch (ReplyException e) {
      if (e.retryable()) {
        throw e;
      }
      replies.giveUp(request, text, e);
    }
  }

  private static Key row(Request request) {
    return RowKeys.request(request.conversation().platform(), request.id());
  }
}
