package dev.gatehouse.assistant.turn;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the state of turns. */
public interface TurnStore {
  /**
   * Notes a turn before it is queued.
   *
   * @return false when it was noted before
   */
  boolean create(String turnId, ConversationId conversation, String askedBy);

  /** The turn, if there is one. */
  Optional<Turn> find(String turnId);

  /**
   * Takes the turn for one worker, also one that nobody noted before it was queued.
   *
   * @param worker unique for the attempt
   * @param length how long the worker may be silent before another one takes over
   */
  TurnClaim claim(TurnRequested request, String worker, Duration length);

  /** Asks the worker to stop; false when there is no such turn or it has ended. */
  boolean requestStop(String turnId);

  /** Notes the reply that is shown for a turn before a worker takes it. */
  void showIn(String turnId, String replyReference);

  /** Turns of the conversation that have not ended, for {@code status}. */
  List<Turn> open(ConversationId conversation);
}
