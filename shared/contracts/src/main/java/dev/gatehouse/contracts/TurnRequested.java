package dev.gatehouse.contracts;

import java.time.Instant;

/**
 * A question that a model is to answer. The history is read when the turn runs, so that it holds
 * the answers of all turns before it.
 *
 * @param turnId unique and stable: made from the platform and the id of the event that asked
 * @param askedBy the asking user's id on the platform
 * @param askedByName as the model and the log of the conversation show the user
 * @param prompt the question, without mention and command name, and all that came with it
 * @param notice what the asker is told below the answer, such as which files could not be read; in
 *     Markdown, empty when that is nothing
 */
public record TurnRequested(
    int version,
    String turnId,
    ConversationId conversation,
    ReplyTarget reply,
    String askedBy,
    String askedByName,
    String prompt,
    String notice,
    Instant requestedAt)
    implements QueueMessage {
  public TurnRequested {
    Check.version(version);
    Check.notBlank("turn_id", turnId);
    Check.atMost("turn_id", 100, turnId);
    Check.notBlank("prompt", prompt);
  }

  /** A question of which the asker is told nothing more. */
  public TurnRequested(
      int version,
      String turnId,
      ConversationId conversation,
      ReplyTarget reply,
      String askedBy,
      String askedByName,
      String prompt,
      Instant requestedAt) {
    this(version, turnId, conversation, reply, askedBy, askedByName, prompt, "", requestedAt);
  }

  @Override
  public Platform platform() {
    return conversation.platform();
  }

  @Override
  public String groupId() {
    return conversation.key();
  }

  @Override
  public String deduplicationId() {
    return "turn-" + turnId;
  }

  /** Without the prompt: logs carry no message content. */
  @Override
  public String toString() {
    return "TurnRequested[" + turnId + " in " + conversation.key() + "]";
  }
}
