package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What follows the last step of a turn, in an order that a crash between any two of them leaves
 * repeatable from the recorded step: remember the answer, show its last form, end the turn, note
 * how it went. A table that does not answer is asked some times again, since part of the answer is
 * shown by then; what it does not take is left to the next delivery.
 */
final class FinishTurn {
  private static final int ATTEMPTS = 3;
  private static final String LEASE_LOST = "lease-lost";

  private final TurnPorts ports;
  private final InstantSource clock;
  private final Pauses pauses;
  private final Duration retryAfter;

  FinishTurn(TurnPorts ports, InstantSource clock, Pauses pauses, Duration retryAfter) {
    this.ports = ports;
    this.clock = clock;
    this.pauses = pauses;
    this.retryAfter = retryAfter;
  }

  /**
   * Records the last step, with what the asker is to be told, and finishes the turn.
   *
   * @throws ReplyException as {@link #finish} does
   */
  void recordAndFinish(
      TurnLease lease, Optional<Reply> reply, Answered ended, TurnReport.Course course) {
    Answered answered = ended.withNote(lease.request().notice());
    ending(
        lease,
        answered.text(),
        course,
        () -> {
          persistently(lease, () -> lease.record(answered));
          return finished(lease, reply, answered);
        });
  }

  /**
   * Finishes a turn whose last step is recorded.
   *
   * @throws ReplyException when the platform cannot show the answer now, but may later: the turn is
   *     given back, and the next delivery shows what is recorded
   */
  void finish(TurnLease lease, Optional<Reply> reply, Answered answered, TurnReport.Course course) {
    ending(lease, answered.text(), course, () -> finished(lease, reply, answered));
  }

  /** Ends a turn whose answer can be shown nowhere. */
  void endUnshown(TurnLease lease, String text, ReplyException why, TurnReport.Course course) {
    ending(
        lease,
        text,
        course,
        () -> {
          persistently(lease, () -> lease.record(FinalAnswer.channelGone()));
          ports.giveUp(lease.request(), text, why);
          persistently(lease, lease::end);
          return FinalAnswer.CHANNEL_GONE;
        });
  }

  /** Another worker ends the turn; what was written here is left to it. */
  void abandon(TurnLease lease, String text, TurnReport.Course course) {
    report(lease.request(), text, course, LEASE_LOST);
  }

  private void ending(
      TurnLease lease, String text, TurnReport.Course course, Supplier<String> outcome) {
    try {
      report(lease.request(), text, course, outcome.get());
    } catch (LeaseLostException e) {
      abandon(lease, text, course);
    }
  }

  /** What is recorded is shown also when it cannot be remembered: the next delivery does that. */
  private String finished(TurnLease lease, Optional<Reply> reply, Answered answered) {
    Optional<TableUnavailableException> forgotten = remember(lease, answered);
    boolean shown = isShown(lease, reply, answered);
    if (forgotten.isPresent()) {
      throw forgotten.get();
    }
    persistently(lease, lease::end);
    return shown ? word(answered) : FinalAnswer.CHANNEL_GONE;
  }

  private Optional<TableUnavailableException> remember(TurnLease lease, Answered answered) {
    try {
      persistently(lease, () -> remember(lease.request(), answered));
      return Optional.empty();
    } catch (TableUnavailableException e) {
      return Optional.of(e);
    }
  }

  /** Does what may be repeated, some times while the table or the platform does not take it. */
  private void persistently(TurnLease lease, Runnable write) {
    for (int attempt = 1; ; attempt++) {
      try {
        write.run();
        return;
      } catch (TableUnavailableException e) {
        pauseOrGiveUp(lease, "the table does not answer", e, attempt == ATTEMPTS);
      } catch (ReplyException e) {
        boolean last = attempt == ATTEMPTS || !e.retryable();
        pauseOrGiveUp(lease, "the platform does not take the reply", e, last);
      }
    }
  }

  private void pauseOrGiveUp(TurnLease lease, String what, RuntimeException why, boolean last) {
    ports.log().trouble(lease.request().turnId(), what, why);
    if (last) {
      throw why;
    }
    pauses.cancelledWithin(retryAfter, new Cancellation());
  }

  /** Also that there was no answer, or its question would seem to be part of the next one. */
  private void remember(TurnRequested request, Answered answered) {
    Entry entry =
        new Entry(
            request.turnId(),
            Entry.Role.ASSISTANT,
            "",
            answered.text(),
            answered.outcome(),
            clock.instant());
    ports.history().append(request.conversation(), entry);
  }

  private boolean isShown(TurnLease lease, Optional<Reply> reply, Answered answered) {
    Draft draft = Draft.of(answered.shown());
    try {
      persistently(
          lease, () -> reply.orElseGet(() -> ports.open(lease.request(), draft)).finish(draft));
      return true;
    } catch (ReplyException e) {
      if (e.retryable()) {
        lease.release();
        throw e;
      }
      ports.giveUp(lease.request(), answered.shown(), e);
      return false;
    }
  }

  private static String word(Answered answered) {
    return answered.reason().isEmpty() ? answered.outcome().word() : answered.reason();
  }

  private void report(
      TurnRequested request, String text, TurnReport.Course course, String outcome) {
    ports
        .log()
        .ended(
            new TurnReport(
                request.turnId(),
                ports.model().name(),
                course.firstToken(),
                Duration.between(course.began(), clock.instant()),
                text.length(),
                course.usage(),
                outcome));
  }
}
