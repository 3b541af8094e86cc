package dev.gatehouse.chat.message;

import dev.gatehouse.contracts.ConversationId;
import java.time.Instant;

/**
 * A message that somebody wrote, free of its platform.
 *
 * @param messageId unique on the platform
 * @param text Markdown without the mention of us; empty when the platform hides the content or only
 *     files were sent
 * @param direct whether it came in a direct-message channel
 * @param mentionsUs whether it mentions our user
 * @param repliesToUs whether it replies to a message of ours
 * @param addressesOthers whether it mentions, or replies to, somebody else
 */
public record IncomingMessage(
    ConversationId conversation,
    String messageId,
    Author author,
    String text,
    boolean direct,
    boolean mentionsUs,
    boolean repliesToUs,
    boolean addressesOthers,
    Instant sentAt) {
  public IncomingMessage {
    text = text.strip();
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "IncomingMessage[" + messageId + " in " + conversation.key() + "]";
  }
}
