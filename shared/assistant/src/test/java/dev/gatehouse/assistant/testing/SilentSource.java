package dev.gatehouse.assistant.testing;

import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A platform on which nothing happens: what it tells is not asked for here. */
final class SilentSource implements ChatSource {
  @Override
  public boolean isMessage(String eventName) {
    return false;
  }

  @Override
  public Optional<IncomingMessage> message(RawJson payload) {
    return Optional.empty();
  }

  @Override
  public ChatInteraction interaction(RawJson payload) {
    return new ChatInteraction.Unknown("silence");
  }

  @Override
  public boolean isThread(ConversationId conversation) {
    return false;
  }

  @Override
  public List<IncomingMessage> messagesSince(
      ConversationId conversation, Instant since, boolean direct, int most) {
    return List.of();
  }

  @Override
  public boolean arrivesOn(Shard shard, Optional<String> guildId) {
    return false;
  }
}
