package dev.gatehouse.assistant.processing;

import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.once.Claim;
import dev.gatehouse.cloud.once.ClaimLostException;
import dev.gatehouse.cloud.once.Once;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a request asks, once, however often it is delivered: it is claimed before anything that
 * a person would see, what is decided is saved before it is shown, and an attempt that broke off is
 * gone on with. What fails for a time is said to the asker and thrown, so that the queue delivers
 * it again.
 */
public final class IdempotentProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotentProcessor.class);

  /** Longer than the function's own time limit, shorter than the queue's visibility timeout. */
  private static final Duration LEASE = Duration.ofSeconds(45);

  /** Longer than a message waits on any queue, a redrive from the dead letters included. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final AssistantCommands commands;
  private final Once once;
  private final ReplyWriter replies;
  private final Supplier<String> workers;

  /**
   * A processor.
   *
   * @param workers names each attempt differently
   */
  public IdempotentProcessor(
      AssistantCommands commands, Once once, ReplyWriter replies, Supplier<String> workers) {
    this.commands = commands;
    this.once = once;
    this.replies = replies;
    this.workers = workers;
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
    String worker = workers.get();
    switch (once.claim(key(request), worker, LEASE)) {
      case Claim.Fresh _ -> attempt(request, worker, Optional.empty());
      case Claim.Resumed resumed ->
          attempt(request.retried(), worker, SavedReply.decode(resumed.progress()));
      case Claim.Held held -> throw new HeldElsewhereException(request, held.until());
      case Claim.Finished _ -> LOG.debug("{} was handled before", request);
    }
  }

  private void attempt(Request request, String worker, Optional<SavedReply> saved) {
    try {
      Outcome outcome =
          saved
              .<Outcome>map(reply -> new Outcome.Answered(reply.text()))
              .orElseGet(() -> commands.answer(request));
      show(request, worker, saved, outcome);
      once.finish(key(request), worker, outcome.getClass().getSimpleName(), KEEP);
      LOG.info("{}: {}", request, outcome);
    } catch (RuntimeException e) {
      release(request, worker, e);
      throw e;
    }
  }

  private void show(Request request, String worker, Optional<SavedReply> saved, Outcome outcome) {
    switch (outcome) {
      case Outcome.Answered(String text) ->
          say(request, worker, saved.orElseGet(() -> new SavedReply("", text)));
      case Outcome.Queued() -> replies.showTyping(request);
      case Outcome.AnsweredPrivately(String text) ->
          tolerate(request, () -> replies.tellCaller(request, text));
      case Outcome.Done() -> {}
    }
  }

  private void say(Request request, String worker, SavedReply reply) {
    save(request, worker, reply);
    tolerate(request, () -> replies.show(request, reply, opened -> save(request, worker, opened)));
  }

  private void save(Request request, String worker, SavedReply reply) {
    once.progress(key(request), worker, reply.encoded());
  }

  /** The next delivery need not wait for the lease to run out. */
  private void release(Request request, String worker, RuntimeException cause) {
    try {
      once.release(key(request), worker);
    } catch (ClaimLostException | TableUnavailableException e) {
      cause.addSuppressed(e);
    }
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

  private static String key(Request request) {
    return RowKeys.claimOfRequest(request.conversation().platform(), request.id());
  }
}
