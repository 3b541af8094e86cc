package dev.gatehouse.conversation.port;

import dev.gatehouse.chat.message.Call;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one chat platform tells us. */
public interface ChatSource {
  /**
   * Reads the payload of a message event; nothing for a notice that nobody wrote.
   *
   * @throws RuntimeException naming the field when the payload is malformed
   */
  Optional<IncomingMessage> message(RawJson payload);

  /**
   * Reads the payload of an interaction.
   *
   * @throws RuntimeException naming the field when the payload is malformed
   */
  Call call(RawJson payload);

  /** Whether the conversation is held in a thread; false when it cannot be seen. */
  boolean isThread(ConversationId conversation);

  /**
   * Messages of a conversation from a moment on, oldest first.
   *
   * @param direct whether it is a direct conversation
   * @param most how many at most; the oldest are taken
   */
  List<IncomingMessage> messagesSince(
      ConversationId conversation, Instant since, boolean direct, int most);
}
