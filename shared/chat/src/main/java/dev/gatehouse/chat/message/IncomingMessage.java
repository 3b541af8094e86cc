package dev.gatehouse.chat.message;

import dev.gatehouse.contracts.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message that somebody wrote, free of its platform.
 *
 * @param messageId unique on the platform
 * @param text Markdown without the mention of us; empty when the platform hides the content or only
 *     files were sent
 * @param direct whether it came in a direct-message channel
 * @param mentionsUs whether it mentions our user, or a role that stands for it
 * @param repliesToUs whether it replies to a message of ours
 * @param addressesOthers whether it mentions, or replies to, somebody else
 * @param enclosures what it brings beside its text, in the order in which it is shown
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
    List<Enclosure> enclosures,
    Instant sentAt) {
  public IncomingMessage {
    text = text.strip();
    enclosures = List.copyOf(enclosures);
  }

  /** The same, with each text that people read changed by that. */
  public IncomingMessage withTexts(UnaryOperator<String> change) {
    return new IncomingMessage(
        conversation,
        messageId,
        author,
        change.apply(text),
        direct,
        mentionsUs,
        repliesToUs,
        addressesOthers,
        enclosures.stream().map(enclosure -> enclosure.withTexts(change)).toList(),
        sentAt);
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "IncomingMessage[" + messageId + " in " + conversation.key() + "]";
  }
}
