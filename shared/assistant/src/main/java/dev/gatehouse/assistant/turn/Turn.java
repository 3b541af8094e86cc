package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.contracts.ConversationId;
import java.util.Optional;

/**
 * A question on its way to an answer.
 *
 * @param askedBy the asking user's id
 * @param replyReference what takes up the reply that is already shown
 * @param outcome how the answer ended, once it is recorded
 */
public record Turn(
    String turnId,
    ConversationId conversation,
    String askedBy,
    TurnState state,
    Optional<String> replyReference,
    boolean stopRequested,
    Optional<AnswerOutcome> outcome) {}
