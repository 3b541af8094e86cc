package dev.gatehouse.assistant.request;

import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.chat.message.Enclosure;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that somebody asks of us, whichever way it came.
 *
 * @param id unique and stable across deliveries, made from the event's own id; it also keeps the
 *     platform from showing the answer twice
 * @param eventId the id of the message or the interaction
 * @param content what is asked
 * @param enclosures what came with it
 * @param target where the answer goes
 * @param at when it was asked
 * @param lagMillis from the bridge's receiving to our handling; negative when not known
 * @param firstAttempt whether nobody began to work on it before
 */
public record Request(
    String id,
    String eventId,
    ConversationId conversation,
    Caller caller,
    Content content,
    List<Enclosure> enclosures,
    ReplyTarget target,
    Instant at,
    long lagMillis,
    boolean firstAttempt) {
  public Request {
    enclosures = List.copyOf(enclosures);
  }

  /** The ids that a request can have that came with an event of that id. */
  public static Stream<String> idsOf(String eventId) {
    return Stream.of("m" + eventId, "i" + eventId);
  }

  /**
   * The id of the turn that answers a request of that id on this platform, on which it is unique.
   */
  public String turnId(String requestId) {
    return conversation.platform() + ":" + requestId;
  }

  /** The same request, which somebody else began to work on. */
  public Request retried() {
    return new Request(
        id, eventId, conversation, caller, content, enclosures, target, at, lagMillis, false);
  }

  /** Without names and texts: logs carry no message content. */
  @Override
  public String toString() {
    return "request " + id + " in " + conversation.key();
  }
}
