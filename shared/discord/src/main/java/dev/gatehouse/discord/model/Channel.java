package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel or thread; only the id and type are always there.
 *
 * @param parentId the category of a channel, the channel of a thread
 * @param recipients the other people of a direct conversation
 * @param permissions the bits of the invoking user, only in interactions
 * @see <a href="https://docs.discord.com/developers/resources/channel#channel-object">Channel
 *     object</a>
 */
public record Channel(
    Snowflake id,
    ChannelType type,
    @Nullable Snowflake guildId,
    @Nullable String name,
    @Nullable String topic,
    @Nullable Snowflake parentId,
    @Nullable Snowflake ownerId,
    @Nullable Snowflake lastMessageId,
    int position,
    boolean nsfw,
    List<User> recipients,
    @Nullable ThreadMetadata threadMetadata,
    @Nullable Permissions permissions) {
  public Channel {
    Absent.refuse("id", id);
    Absent.refuse("type", type);
    recipients = Absent.asEmpty(recipients);
  }
}
