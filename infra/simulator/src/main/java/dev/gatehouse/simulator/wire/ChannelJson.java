package dev.gatehouse.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Overwrite;
import dev.gatehouse.simulator.state.User;
import org.jspecify.annotations.Nullable;

/**
 * Channels, threads and direct-message channels.
 *
 * @see <a href="https://discord.com/developers/docs/resources/channel#channel-object">Channel
 *     object</a>
 */
public final class ChannelJson {
  private ChannelJson() {}

  /** A channel for whoever may see it; direct messages show all their recipients. */
  public static ObjectNode of(Channel channel) {
    return of(channel, null);
  }

  /** A channel for one of its users, who is left out of the recipients. */
  public static ObjectNode of(Channel channel, @Nullable Long viewer) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(channel.id()));
    json.put("type", channel.type().code());
    json.put("flags", 0);
    json.put("last_message_id", text(channel.lastMessageId()));
    if (channel.isDirect()) {
      addRecipients(json, channel, viewer);
    } else {
      addGuildFields(json, channel);
    }
    return json;
  }

  private static void addRecipients(ObjectNode json, Channel channel, @Nullable Long viewer) {
    json.set(
        "recipients",
        Json.array(
            channel.recipients().stream()
                .filter(user -> viewer == null || user.id() != viewer)
                .map((User user) -> UserJson.of(user))
                .toList()));
  }

  private static void addGuildFields(ObjectNode json, Channel channel) {
    json.put("guild_id", text(channel.guildId()));
    json.put("name", channel.name());
    json.put("parent_id", text(channel.parentId()));
    json.put("rate_limit_per_user", 0);
    if (channel.isThread()) {
      addThreadFields(json, channel);
    } else {
      json.put("topic", channel.topic());
      json.put("position", channel.position());
      json.put("nsfw", false);
      json.set(
          "permission_overwrites",
          Json.array(channel.overwrites().stream().map(ChannelJson::overwrite).toList()));
      addVoiceFields(json, channel);
    }
  }

  private static ObjectNode overwrite(Overwrite overwrite) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(overwrite.id()));
    json.put("type", overwrite.ofMember() ? 1 : 0);
    json.put("allow", Long.toString(overwrite.allow()));
    json.put("deny", Long.toString(overwrite.deny()));
    return json;
  }

  private static void addVoiceFields(ObjectNode json, Channel channel) {
    if (channel.type() == ChannelType.GUILD_VOICE) {
      json.put("bitrate", 64_000);
      json.put("user_limit", 0);
      json.putNull("rtc_region");
    }
  }

  private static void addThreadFields(ObjectNode json, Channel thread) {
    json.put("owner_id", text(thread.ownerId()));
    json.put("message_count", 0);
    json.put("member_count", 1);
    json.put("total_message_sent", 0);
    ObjectNode metadata = json.putObject("thread_metadata");
    metadata.put("archived", thread.archived());
    metadata.put("auto_archive_duration", thread.archiveMinutes());
    metadata.put("archive_timestamp", Times.text(thread.createdAt()));
    metadata.put("create_timestamp", Times.text(thread.createdAt()));
    metadata.put("locked", thread.locked());
    if (thread.type() == ChannelType.PRIVATE_THREAD) {
      metadata.put("invitable", true);
    }
  }

  /** A user's membership of a thread. */
  public static ObjectNode threadMember(Channel thread, long userId) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(thread.id()));
    json.put("user_id", Long.toString(userId));
    json.put("join_timestamp", Times.text(thread.createdAt()));
    json.put("flags", 0);
    return json;
  }

  private static @Nullable String text(@Nullable Long id) {
    return id == null ? null : Long.toString(id);
  }
}
