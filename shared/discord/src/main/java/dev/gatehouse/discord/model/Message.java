package dev.gatehouse.discord.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, from the gateway, the REST API or an interaction.
 *
 * @param guildId only in gateway events of a guild
 * @param member only in gateway events of a guild, without its user
 * @param content empty without the MESSAGE_CONTENT intent, unless the message is to or from us
 * @param nonce what its sender gave to recognise it by
 * @param webhookId set when a webhook wrote it; the author is then no real user
 * @param referencedMessage the replied-to message; null when deleted or not loaded
 * @see <a href="https://docs.discord.com/developers/resources/message#message-object">Message
 *     object</a>
 */
public record Message(
    Snowflake id,
    Snowflake channelId,
    @Nullable Snowflake guildId,
    @Nullable User author,
    @Nullable Member member,
    @Nullable MessageType type,
    String content,
    @Nullable Instant timestamp,
    @Nullable Instant editedTimestamp,
    boolean tts,
    boolean mentionEveryone,
    List<User> mentions,
    List<Snowflake> mentionRoles,
    List<Attachment> attachments,
    List<Embed> embeds,
    List<Reaction> reactions,
    List<Component> components,
    MessageFlags flags,
    boolean pinned,
    @Nullable String nonce,
    @Nullable Snowflake webhookId,
    @Nullable Snowflake applicationId,
    @Nullable MessageReference messageReference,
    @Nullable Message referencedMessage,
    List<MessageSnapshot> messageSnapshots,
    @Nullable Poll poll,
    List<StickerItem> stickerItems,
    @Nullable Channel thread,
    @Nullable InteractionMetadata interactionMetadata) {
  public Message {
    Absent.refuse("id", id);
    Absent.refuse("channel_id", channelId);
    content = Absent.or(content, "");
    mentions = Absent.asEmpty(mentions);
    mentionRoles = Absent.asEmpty(mentionRoles);
    attachments = Absent.asEmpty(attachments);
    embeds = Absent.asEmpty(embeds);
    reactions = Absent.asEmpty(reactions);
    components = Absent.asEmpty(components);
    flags = Absent.or(flags, MessageFlags.NONE);
    messageSnapshots = Absent.asEmpty(messageSnapshots);
    stickerItems = Absent.asEmpty(stickerItems);
  }

  /** Whether a person wrote it, as opposed to a bot or a webhook. */
  public boolean byPerson() {
    return author != null && !author.bot() && webhookId == null;
  }

  public boolean mentions(Snowflake user) {
    return mentions.stream().anyMatch(mentioned -> mentioned.id().equals(user));
  }

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "Message[" + id + " in " + channelId + "]";
  }
}
