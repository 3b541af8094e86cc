package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.Call;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Prompt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a turn: takes it, asks the model with the history as it is now, streams the answer, and ends
 * the turn. Each step can be repeated: a worker that takes over after a crash goes on with the
 * reply that is already shown, and an answer that is already remembered is not asked for again.
 */
public final class RunTurn {
  private static final int MOST_ENTRIES = 200;
  private static final String NO_TABLE =
      "⚠️ The table that holds conversations does not answer, so this question has to wait. It is"
          + " tried again by itself; if that does not help, whoever runs this Gatehouse should check"
          + " CONVERSATIONS_TABLE.";

  private final TurnPorts ports;
  private final Timekeeping time;
  private final Claims claims;
  private final Conclusion conclusion;

  /**
   * The use case on its ports.
   *
   * @param workers names each attempt differently
   */
  public RunTurn(TurnPorts ports, Timekeeping time, Supplier<String> workers) {
    this.ports = ports;
    this.time = time;
    this.claims = new Claims(ports.turns(), time, workers);
    this.conclusion = new Conclusion(ports, time);
  }

  /**
   * Runs the turn to its end; does nothing when it has ended before.
   *
   * @param deadline when the last form of the reply must be on its way
   * @throws TurnHeldException when another worker is at it
   * @throws ReplyException when the platform cannot show the answer now, but may later
   * @throws dev.gatehouse.cloud.table.TableUnavailableException when the turn's state cannot be
   *     kept
   */
  public void run(TurnRequested request, Instant deadline) throws InterruptedException {
    switch (claims.take(request, deadline)) {
      case Claim.Taken(Turn turn, String worker) -> answer(desk(request, worker), turn, deadline);
      case Claim.Ended _ -> ports.log().skipped(request.turnId());
      case Claim.Held _ -> throw new TurnHeldException(request.turnId());
    }
  }

  /**
   * Tells the user that nothing can be done for now, since the table does not answer. Needs no
   * state; failing to tell is not an error.
   */
  public void apologise(TurnRequested request) {
    try {
      ports
          .replies()
          .open(request.conversation(), request.reply(), request.turnId(), Draft.of(NO_TABLE));
    } catch (ReplyException e) {
      ports.log().trouble(request.turnId(), "the platform does not take the reply", e);
    }
  }

  private Desk desk(TurnRequested request, String worker) {
    return new Desk(request, worker, ports.replies(), ports.turns(), ports.log());
  }

  private void answer(Desk desk, Turn turn, Instant deadline) throws InterruptedException {
    Course unasked = Course.unasked(time.now());
    Optional<Reply> resumed = desk.resume(turn);
    if (turn.stopRequested()) {
      conclusion.conclude(desk, resumed, Epilogue.stopped(""), unasked);
      return;
    }
    List<Entry> said = ports.history().recent(turn.conversation(), MOST_ENTRIES);
    Optional<String> given = given(said, desk.turnId());
    if (given.isPresent()) {
      conclusion.conclude(desk, resumed, Epilogue.told(given.get()), unasked);
      return;
    }
    stream(desk, resumed, ports.prompts().write(desk.request(), said), deadline);
  }

  private void stream(Desk desk, Optional<Reply> resumed, Prompt prompt, Instant deadline)
      throws InterruptedException {
    Instant began = time.now();
    Manuscript manuscript = new Manuscript(time.clock());
    Call call = new Call(deadline, new Cancellation());
    Thread.ofVirtual()
        .name("model-" + desk.turnId())
        .start(() -> ask(desk.turnId(), prompt, manuscript, call));
    try {
      Written written = new Scribe(desk, resumed, manuscript, call, time).write();
      Course course = Course.of(began, manuscript.firstTextAt(), written.ending());
      close(desk, written, course);
    } finally {
      call.cancellation().cancel();
    }
  }

  private void close(Desk desk, Written written, Course course) {
    switch (written.interruption()) {
      case NONE, STOPPED, OUT_OF_TIME ->
          conclusion.conclude(
              desk, written.reply(), Epilogue.of(written, ports.model().name()), course);
      case LEASE_LOST -> conclusion.abandon(desk, written.text(), course);
      case CHANNEL_GONE -> conclusion.giveUp(desk, written.text(), course);
    }
  }

  /** A model that breaks in a way of which it knows nothing still ends its manuscript. */
  private void ask(String turnId, Prompt prompt, Manuscript manuscript, Call call) {
    try {
      manuscript.end(ports.model().answer(prompt, manuscript, call));
    } catch (RuntimeException e) {
      ports.log().trouble(turnId, "the model broke", e);
    } finally {
      manuscript.end(new Ending.Failed(new Failure.BrokenOff()));
    }
  }

  private static Optional<String> given(List<Entry> said, String turnId) {
    return said.stream().filter(e -> e.id().equals(turnId)).map(Entry::text).findFirst();
  }
}
