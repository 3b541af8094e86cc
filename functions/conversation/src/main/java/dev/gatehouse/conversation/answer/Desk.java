package dev.gatehouse.conversation.answer;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.once.Claim;
import dev.gatehouse.cloud.once.ClaimLostException;
import dev.gatehouse.cloud.once.Once;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.time.Duration;
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
  private static final Duration LEASE = Duration.ofSeconds(45);

  /** Longer than a message waits on any queue, a redrive from the dead letters included. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final Once once;
  private final Answers answers;
  private final Supplier<String> workers;

  /**
   * A desk.
   *
   * @param workers names each attempt differently
   */
  public Desk(Once once, Answers answers, Supplier<String> workers) {
    this.once = once;
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
    String worker = workers.get();
    switch (once.claim(key(request), worker, LEASE)) {
      case Claim.Fresh fresh -> attempt(request, worker, Optional.empty(), true, work);
      case Claim.Resumed resumed ->
          attempt(request, worker, SavedAnswer.decode(resumed.progress()), false, work);
      case Claim.Held held -> throw new HeldElsewhereException(request, held.until());
      case Claim.Finished finished -> LOG.debug("{} was handled before", request);
    }
  }

  private void attempt(
      Request request,
      String worker,
      Optional<SavedAnswer> saved,
      boolean first,
      Function<Visit, Outcome> work) {
    try {
      Outcome outcome =
          saved
              .<Outcome>map(answer -> new Outcome.Say(answer.text()))
              .orElseGet(() -> work.apply(new Visit(request, first)));
      show(request, worker, saved, outcome);
      once.finish(key(request), worker, outcome.getClass().getSimpleName(), KEEP);
      LOG.info("{}: {}", request, outcome);
    } catch (RuntimeException e) {
      release(request, worker, e);
      throw e;
    }
  }

  private void show(Request request, String worker, Optional<SavedAnswer> saved, Outcome outcome) {
    switch (outcome) {
      case Outcome.Say(String text) ->
          say(request, worker, saved.orElseGet(() -> new SavedAnswer("", text)));
      case Outcome.Queued() -> answers.typing(request);
      case Outcome.Whisper(String text) -> tolerate(request, () -> answers.whisper(request, text));
      case Outcome.Quiet() -> {}
    }
  }

  /** The next delivery need not wait for the lease to run out. */
  private void release(Request request, String worker, RuntimeException cause) {
    try {
      once.release(key(request), worker);
    } catch (ClaimLostException | TableUnavailableException e) {
      cause.addSuppressed(e);
    }
  }

  private void say(Request request, String worker, SavedAnswer answer) {
    once.progress(key(request), worker, answer.encoded());
    tolerate(
        request,
        () ->
            answers.say(
                request, answer, shown -> once.progress(key(request), worker, shown.encoded())));
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
    return "request#" + request.conversation().platform().name() + "#" + request.id();
  }
}
