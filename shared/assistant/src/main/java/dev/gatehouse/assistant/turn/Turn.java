package dev.gatehouse.assistant.turn;

import dev.gatehouse.contracts.ConversationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A question on its way to an answer.
 *
 * @param askedBy the asking user's id
 * @param replyReference what takes up the reply that is already shown
 * @param leaseUntil when another worker may take it
 */
public record Turn(
    String turnId,
    ConversationId conversation,
    String askedBy,
    TurnState state,
    Optional<String> replyReference,
    boolean stopRequested,
    Instant leaseUntil) {}
