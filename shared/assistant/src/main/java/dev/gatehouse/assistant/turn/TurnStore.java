package dev.gatehouse.assistant.turn;

import dev.gatehouse.contracts.ConversationId;
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
   * Takes the turn for one worker: a new one, or one whose worker's lease has run out.
   *
   * @param worker unique for the attempt
   * @return the turn with its saved reply reference, or nothing when it has ended or another worker
   *     holds it
   */
  Optional<Turn> claim(String turnId, String worker, Duration lease);

  /**
   * Keeps the lease and saves the reply's reference.
   *
   * @return the turn as it is now, with {@link Turn#stopRequested()}; nothing when the lease was
   *     lost
   */
  Optional<Turn> keep(String turnId, String worker, String replyReference, Duration lease);

  /** Ends the turn; false when the lease was lost. */
  boolean end(String turnId, String worker, TurnState state);

  /** Asks the worker to stop; false when there is no such turn or it has ended. */
  boolean requestStop(String turnId);

  /** Turns of the conversation that have not ended, for {@code status}. */
  List<Turn> open(ConversationId conversation);
}
