package dev.gatehouse.chat.message;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.time.Instant;

/**
 * Something that somebody wants answered.
 *
 * @param id unique and stable across retries, made from the id of the event that asked
 * @param text not blank
 * @param target where the answer goes
 */
public record Question(
    String id,
    ConversationId conversation,
    Author asker,
    String text,
    ReplyTarget target,
    Instant askedAt) {
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: must not be blank");
    }
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "Question[" + id + " in " + conversation.key() + ", " + text.length() + " chars]";
  }
}
