package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.message.Caller;
import java.util.Optional;

/** Stops a turn for the one who asked, or for somebody who moderates the channel. */
public final class StopTurn {
  private final TurnStore turns;

  public StopTurn(TurnStore turns) {
    this.turns = turns;
  }

  /** Asks the worker to stop, now or when one takes the turn over. */
  Outcome stop(String turnId, Caller caller) {
    Optional<Turn> turn = turns.find(turnId);
    if (turn.isEmpty()) {
      return new Outcome.AnsweredPrivately(
          "That answer is over for long, or was never one of mine.");
    }
    if (!allowed(turn.get(), caller)) {
      return new Outcome.AnsweredPrivately(
          "Only who asked, or somebody who may manage messages here, can stop this answer.");
    }
    return turns.requestStop(turnId)
        ? new Outcome.Done()
        : new Outcome.AnsweredPrivately("That answer has ended already.");
  }

  private static boolean allowed(Turn turn, Caller caller) {
    return caller.moderates() || turn.askedBy().equals(caller.author().id());
  }
}
