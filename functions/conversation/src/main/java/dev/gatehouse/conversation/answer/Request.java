package dev.gatehouse.conversation.answer;

import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.time.Instant;

/**
 * Something that somebody wants of us.
 *
 * @param id unique and stable across deliveries, made from the event's own id; at most 25
 *     characters, since it also keeps the platform from showing the answer twice
 * @param eventId the id of the message or the interaction
 * @param target where the answer goes
 * @param lagMillis from the bridge's receiving to our handling; negative when not known
 */
public record Request(
    String id,
    String eventId,
    ConversationId conversation,
    Caller caller,
    ReplyTarget target,
    Instant at,
    long lagMillis) {
  /** Without names and texts: logs carry no message content. */
  @Override
  public String toString() {
    return "request " + id + " in " + conversation.key();
  }
}
