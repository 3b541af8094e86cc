package dev.gatehouse.chat.platform;

import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one chat platform tells us. */
public interface ChatSource {
  /** Whether a gateway event of that name says that a message was written. */
  boolean isMessage(String eventName);

  /**
   * Reads the payload of a message event; nothing for a notice that nobody wrote.
   *
   * @param ourRole the role that stands for our user where it was written, if that is mentioned
   * @throws RuntimeException naming the field when the payload is malformed
   */
  Optional<IncomingMessage> message(RawJson payload, Optional<String> ourRole);

  /**
   * Reads the payload of an interaction; nothing for one of a kind that is not known here.
   *
   * @throws RuntimeException naming the field when the payload is malformed
   */
  Optional<ChatInteraction> interaction(RawJson payload);

  /**
   * The message with names in place of what the platform keeps by ids, such as channels, as far as
   * they can be looked up. Asked only for a message that is meant for us, since it may take a call.
   *
   * @param guildId nothing outside of any server
   */
  IncomingMessage withNames(IncomingMessage message, Optional<String> guildId);

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

  /**
   * Whether the events of a server arrive on that gateway connection.
   *
   * @param guildId nothing for what happens outside of any server
   */
  boolean arrivesOn(Shard shard, Optional<String> guildId);
}
