package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * What a message replies to or forwards.
 *
 * @param failIfNotExists on sending: whether a deleted target is an error; null means yes
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#message-reference-structure">Message
 *     reference</a>
 */
public record MessageReference(
    @Nullable ReferenceType type,
    @Nullable Snowflake messageId,
    @Nullable Snowflake channelId,
    @Nullable Snowflake guildId,
    @Nullable Boolean failIfNotExists) {
  /** A reply; when its target is gone the message is sent without it. */
  public static MessageReference replyTo(Snowflake message) {
    return new MessageReference(null, message, null, null, false);
  }
}
