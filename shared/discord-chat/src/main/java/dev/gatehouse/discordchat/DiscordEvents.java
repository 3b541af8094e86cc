package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.discord.Discord;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageType;
import dev.gatehouse.discord.model.Snowflake;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Discord's payloads as messages and interactions of any platform. Methods that take JSON throw
 * {@link dev.gatehouse.discord.json.MalformedPayloadException}, which names the field, when it is
 * not what it should be.
 */
public final class DiscordEvents {
  private static final Set<MessageType> WRITTEN = Set.of(MessageType.DEFAULT, MessageType.REPLY);

  private final Snowflake ourUser;

  /** Events as seen by the bot with that user id. */
  public DiscordEvents(Snowflake ourUser) {
    this.ourUser = ourUser;
  }

  /**
   * The {@code d} of a MESSAGE_CREATE; nothing for notices such as a pin or a join.
   *
   * @param ourRole the role that stands for our user in its guild, if that is mentioned
   */
  public Optional<IncomingMessage> message(RawJson payload, Optional<String> ourRole) {
    Message message = DiscordJson.read(payload.text(), Message.class);
    return message(message, isDirect(message), ourRole.map(Snowflake::of));
  }

  /**
   * A message as the gateway or REST gives it.
   *
   * @param direct whether its channel is a direct conversation, which REST does not say
   */
  public Optional<IncomingMessage> message(Message message, boolean direct) {
    return message(message, direct, Optional.empty());
  }

  private Optional<IncomingMessage> message(
      Message message, boolean direct, Optional<Snowflake> ourRole) {
    MessageType type = message.type();
    if (type != null && !WRITTEN.contains(type)) {
      return Optional.empty();
    }
    MessageMentions mentions = new MessageMentions(message, ourUser, ourRole);
    return Optional.of(
        new IncomingMessage(
            new ConversationId(Discord.PLATFORM, message.channelId().toString()),
            message.id().toString(),
            author(message),
            mentions.readableText(),
            direct,
            mentions.ofUs(),
            RepliedTo.us(message, ourUser),
            mentions.ofOthers() || RepliedTo.somebodyElse(message, ourUser),
            new Enclosures(message, ourUser).all(),
            sentAt(message)));
  }

  /**
   * The message with names in place of the ids of channels and roles.
   *
   * @param channel the name of a channel that can be seen, without a hash
   * @param role the name of a role, without an at sign
   */
  public static IncomingMessage withNames(
      IncomingMessage message,
      Function<Snowflake, Optional<String>> channel,
      Function<Snowflake, Optional<String>> role) {
    MessageMarkup names =
        new MessageMarkup(
            _ -> Optional.empty(),
            id -> channel.apply(id).map(name -> "#" + name),
            id -> role.apply(id).map(name -> "@" + name));
    return message.withTexts(names::replacedIn);
  }

  /** An interaction as the webhook or the gateway gives it; nothing for a kind not known here. */
  public static Optional<ChatInteraction> interaction(RawJson payload) {
    return ChatInteractions.of(DiscordJson.read(payload.text(), Interaction.class));
  }

  /** Only in a server has its author a member, should the id of the server not be readable. */
  private static boolean isDirect(Message message) {
    return message.guildId() == null && message.member() == null;
  }

  private Author author(Message message) {
    return Authors.of(message, ourUser);
  }

  private static Instant sentAt(Message message) {
    return message.timestamp() != null ? message.timestamp() : message.id().timestamp();
  }
}
