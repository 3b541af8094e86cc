package dev.gatehouse.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Where a message comes from: the part that never changes.
 *
 * @param applicationId whose bot sent it
 * @param webhookId set when it was sent through an interaction's webhook
 * @param interaction Discord's {@code interaction_metadata}, with the command's name beside it
 * @param visibleTo the only user who sees it
 */
public record MessageOrigin(
    User author,
    MessageType type,
    @Nullable Long applicationId,
    @Nullable Long webhookId,
    @Nullable MessageReference reference,
    @Nullable ObjectNode interaction,
    @Nullable JsonNode nonce,
    @Nullable Long visibleTo) {

  /** A person's or bot's own message. */
  public static MessageOrigin by(User author) {
    return new MessageOrigin(author, MessageType.DEFAULT, null, null, null, null, null, null);
  }

  /** The same, answering a message or passing it on. */
  public MessageOrigin referringTo(MessageReference other) {
    MessageType kind = other.forwards() ? type : MessageType.REPLY;
    return new MessageOrigin(
        author, kind, applicationId, webhookId, other, interaction, nonce, visibleTo);
  }

  /** The same, with the sender's own mark. */
  public MessageOrigin withNonce(@Nullable JsonNode mark) {
    return new MessageOrigin(
        author, type, applicationId, webhookId, reference, interaction, mark, visibleTo);
  }
}
