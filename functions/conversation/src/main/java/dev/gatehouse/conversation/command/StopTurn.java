package dev.gatehouse.conversation.command;

import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.message.Caller;
import java.util.Optional;

/** Stops a turn for the one who asked, or for somebody who moderates the channel. */
public final class StopTurn {
  /** What the id of a stop button begins with; the turn's id follows. */
  public static final String BUTTON = "stop:";

  private final TurnStore turns;

  public StopTurn(TurnStore turns) {
    this.turns = turns;
  }

  /** Asks the worker to stop; what to tell the caller when that is not done. */
  public Optional<String> stop(String turnId, Caller caller) {
    Optional<Turn> turn = turns.find(turnId);
    if (turn.isEmpty()) {
      return Optional.of("That answer is over for long, or was never one of mine.");
    }
    if (!allowed(turn.get(), caller)) {
      return Optional.of(
          "Only who asked, or somebody who may manage messages here, can stop this answer.");
    }
    return turns.requestStop(turnId)
        ? Optional.empty()
        : Optional.of("That answer has ended already.");
  }

  private static boolean allowed(Turn turn, Caller caller) {
    return caller.moderates() || turn.askedBy().equals(caller.author().id());
  }
}
