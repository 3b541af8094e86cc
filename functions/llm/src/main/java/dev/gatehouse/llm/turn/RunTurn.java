package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.turn.TurnClaim;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.assistant.turn.TurnStep.Asked;
import dev.gatehouse.assistant.turn.TurnStep.ModelAnswered;
import dev.gatehouse.assistant.turn.TurnStep.ToolCalled;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForApproval;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForJob;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a turn:
 *
 * <ol>
 *   <li>takes its lease, and goes on after the last step that is recorded;
 *   <li>asks the model, with the history as it is now, and streams the answer into one reply;
 *   <li>records the answer with its outcome as the last step;
 *   <li>remembers it, shows its last form and ends the turn.
 * </ol>
 *
 * <p>A worker that takes over after a crash goes on with the reply that is already shown; an answer
 * that is recorded is not asked for again.
 */
public final class RunTurn {
  private static final int MOST_ENTRIES = 200;
  private static final String NO_TABLE =
      "⚠️ The table that holds conversations does not answer, so this question has to wait. It is"
          + " tried again by itself; if that does not help, whoever runs this Gatehouse should check"
          + " CONVERSATIONS_TABLE.";

  private final TurnPorts ports;
  private final InstantSource clock;
  private final Pauses pauses;
  private final StreamingSettings settings;
  private final Supplier<String> workers;
  private final FinishTurn finishTurn;

  /**
   * The use case on its ports.
   *
   * @param workers names each attempt differently
   */
  public RunTurn(
      TurnPorts ports,
      InstantSource clock,
      Pauses pauses,
      StreamingSettings settings,
      Supplier<String> workers) {
    this.ports = ports;
    this.clock = clock;
    this.pauses = pauses;
    this.settings = settings;
    this.workers = workers;
    this.finishTurn = new FinishTurn(ports, clock, pauses, settings.retryAfter());
  }

  /**
   * Runs the turn to its end, or until it has to wait for a person or a job; does nothing when it
   * has ended before.
   *
   * @param deadline when the last form of the reply must be on its way
   * @param firstDelivery whether nobody has tried before: then a table that does not answer is told
   *     of, as long as nothing of an answer is shown
   * @throws TurnHeldException when another worker is at it
   * @throws ReplyException when the platform cannot show the answer now, but may later
   * @throws TableUnavailableException when the turn's state cannot be kept
   */
  public void run(TurnRequested request, Instant deadline, boolean firstDelivery)
      throws InterruptedException {
    switch (telling(request, firstDelivery, () -> take(request, deadline))) {
      case TurnClaim.Taken(TurnLease lease) -> goOn(lease, deadline, firstDelivery);
      case TurnClaim.Ended _ -> ports.log().skipped(request.turnId());
      case TurnClaim.Held _ -> throw new TurnHeldException(request.turnId());
    }
  }

  /**
   * Looks into the table while nothing of an answer is shown, and tells when it does not answer.
   */
  private <T> T telling(TurnRequested request, boolean firstDelivery, Supplier<T> look) {
    try {
      return look.get();
    } catch (TableUnavailableException e) {
      if (firstDelivery) {
        apologise(request);
      }
      throw e;
    }
  }

  /** Needs no state; failing to tell is not an error. */
  private void apologise(TurnRequested request) {
    try {
      ports.open(request, Draft.of(NO_TABLE));
    } catch (ReplyException e) {
      ports.log().trouble(request.turnId(), "the platform does not take the reply", e);
    }
  }

  /**
   * The queue offers a turn again only when its earlier worker is thought dead, so a lease that
   * still runs is waited for, once, instead of spending one of the queue's few deliveries.
   */
  private TurnClaim take(TurnRequested request, Instant deadline) {
    String worker = workers.get();
    TurnClaim claim = ports.turns().claim(request, worker, settings.lease());
    if (claim instanceof TurnClaim.Held(Instant until) && until.isBefore(deadline)) {
      Duration rest = Duration.between(clock.instant(), until.plusMillis(1));
      pauses.cancelledWithin(rest, new Cancellation());
      claim = ports.turns().claim(request, worker, settings.lease());
    }
    return claim;
  }

  private void goOn(TurnLease lease, Instant deadline, boolean firstDelivery)
      throws InterruptedException {
    Optional<Reply> resumed = resume(lease);
    switch (lease.steps().last()) {
      case Asked _, ModelAnswered _, ToolCalled _ ->
          answer(lease, resumed, deadline, firstDelivery && resumed.isEmpty());
      case Answered answered ->
          finishTurn.finish(lease, resumed, answered, TurnReport.Course.unasked(clock.instant()));
      case WaitingForApproval _, WaitingForJob _ -> lease.release();
    }
  }

  /** Takes up the reply of an earlier worker. */
  private Optional<Reply> resume(TurnLease lease) {
    TurnRequested request = lease.request();
    return lease
        .turn()
        .replyReference()
        .filter(reference -> !reference.isBlank())
        .flatMap(reference ->
            ports.replies().resume(request.conversation(), request.reply(), reference));
  }

  private void answer(
      TurnLease lease, Optional<Reply> resumed, Instant deadline, boolean nothingShown)
      throws InterruptedException {
    if (lease.turn().stopRequested()) {
      Answered stopped = FinalAnswer.stopped(lease.shownBefore().strip());
      TurnReport.Course unasked = TurnReport.Course.unasked(clock.instant());
      finishTurn.recordAndFinish(lease, resumed, stopped, unasked);
      return;
    }
    List<Entry> said =
        telling(
            lease.request(),
            nothingShown,
            () -> ports.history().recent(lease.turn().conversation(), MOST_ENTRIES));
    stream(lease, resumed, ports.prompts().write(lease.request(), said), deadline);
  }

  private void stream(TurnLease lease, Optional<Reply> resumed, Prompt prompt, Instant deadline)
      throws InterruptedException {
    Instant began = clock.instant();
    AnswerBuffer buffer = new AnswerBuffer(clock);
    CallOptions call = new CallOptions(deadline, new Cancellation());
    String turnId = lease.request().turnId();
    Thread.ofVirtual().name("model-" + turnId).start(() -> ask(turnId, prompt, buffer, call));
    try {
      ReplyStreamer streamer =
          new ReplyStreamer(ports, lease, resumed, buffer, call, clock, settings);
      StreamResult result = streamer.stream();
      TurnReport.Course course =
          new TurnReport.Course(began, buffer.firstTextAt(), usage(buffer.ending()));
      conclude(lease, streamer.reply(), result, buffer.content().text().strip(), course);
    } finally {
      call.cancellation().cancel();
    }
  }

  private void conclude(
      TurnLease lease,
      Optional<Reply> reply,
      StreamResult result,
      String said,
      TurnReport.Course course) {
    String before = lease.shownBefore().strip();
    String text = said.isEmpty() ? before : said;
    switch (result) {
      case StreamResult.ModelEnded(Ending ending) -> {
        Answered answered = FinalAnswer.of(ending, said, before, ports.model().name());
        finishTurn.recordAndFinish(lease, reply, answered, course);
      }
      case StreamResult.Stopped _ ->
          finishTurn.recordAndFinish(lease, reply, FinalAnswer.stopped(text), course);
      case StreamResult.OutOfTime _ ->
          finishTurn.recordAndFinish(lease, reply, FinalAnswer.outOfTime(text), course);
      case StreamResult.LeaseLost _ -> finishTurn.abandon(lease, text, course);
      case StreamResult.ChannelGone(ReplyException why) ->
          finishTurn.endUnshown(lease, text, why, course);
    }
  }

  private static Usage usage(Optional<Ending> ending) {
    return ending.orElse(null) instanceof Ending.Complete(Usage counted, boolean _)
        ? counted
        : Usage.unknown();
  }

  /** A model that breaks in a way of which it knows nothing still ends its answer. */
  private void ask(String turnId, Prompt prompt, AnswerBuffer buffer, CallOptions call) {
    try {
      buffer.end(ports.model().answer(prompt, buffer, call));
    } catch (RuntimeException e) {
      ports.log().trouble(turnId, "the model broke", e);
    } finally {
      buffer.end(new Ending.Failed(new Failure.BrokenOff()));
    }
  }
}
