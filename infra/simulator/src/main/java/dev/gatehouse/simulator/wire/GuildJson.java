package dev.gatehouse.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Directory;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Member;
import dev.gatehouse.simulator.state.Role;

/**
 * Guilds.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild#guild-object">Guild object</a>
 */
public final class GuildJson {
  private GuildJson() {}

  /** A guild as REST answers it. */
  public static ObjectNode of(Guild guild) {
    ObjectNode json = partial(guild);
    json.put("owner_id", Long.toString(guild.ownerId()));
    json.put("region", "local");
    json.put("description", (String) null);
    json.put("afk_timeout", 300);
    json.put("verification_level", 0);
    json.put("default_message_notifications", 1);
    json.put("explicit_content_filter", 0);
    json.put("mfa_level", 0);
    json.put("nsfw_level", 0);
    json.put("nsfw", false);
    json.put("premium_tier", 0);
    json.put("premium_subscription_count", 0);
    json.put("premium_progress_bar_enabled", false);
    json.put("preferred_locale", "en-US");
    json.put("system_channel_flags", 0);
    json.put("max_members", 500_000);
    json.put("max_presences", 25_000);
    json.put("max_video_channel_users", 25);
    addEmptyFields(json);
    json.set("roles", roles(guild));
    return json;
  }

  private static void addEmptyFields(ObjectNode json) {
    for (String name :
        new String[] {
          "splash",
          "discovery_splash",
          "banner",
          "afk_channel_id",
          "application_id",
          "system_channel_id",
          "rules_channel_id",
          "public_updates_channel_id",
          "safety_alerts_channel_id",
          "vanity_url_code"
        }) {
      json.putNull(name);
    }
    json.set("emojis", Json.array());
    json.set("stickers", Json.array());
  }

  /** A guild as a user's list of guilds shows it. */
  public static ObjectNode partial(Guild guild) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(guild.id()));
    json.put("name", guild.name());
    json.putNull("icon");
    json.set("features", Json.array());
    return json;
  }

  /** A guild as the gateway announces it to one of its members. */
  public static ObjectNode created(Guild guild, Directory directory, long viewer) {
    ObjectNode json = of(guild);
    json.put("joined_at", guild.member(viewer).map(Member::joinedAt).map(Times::text).orElse(null));
    json.put("large", false);
    json.put("unavailable", false);
    json.put("member_count", guild.members().size());
    json.set("members", Json.array(guild.members().stream().map(UserJson::member).toList()));
    json.set(
        "channels",
        Json.array(
            directory.channelsOf(guild.id()).stream()
                .map((Channel c) -> ChannelJson.of(c))
                .toList()));
    json.set(
        "threads",
        Json.array(
            directory.threadsOf(guild.id()).stream()
                .map((Channel c) -> ChannelJson.of(c))
                .toList()));
    for (String name :
        new String[] {
          "presences",
          "voice_states",
          "stage_instances",
          "guild_scheduled_events",
          "soundboard_sounds"
        }) {
      json.set(name, Json.array());
    }
    return json;
  }

  /** A guild's roles. */
  public static ArrayNode roles(Guild guild) {
    return Json.array(guild.roles().stream().map(GuildJson::role).toList());
  }

  /**
   * A role.
   *
   * @see <a href="https://discord.com/developers/docs/topics/permissions#role-object">Role
   *     object</a>
   */
  public static ObjectNode role(Role role) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(role.id()));
    json.put("name", role.name());
    json.put("description", (String) null);
    json.put("permissions", Long.toString(role.permissions()));
    json.put("position", role.position());
    json.put("color", role.color());
    ObjectNode colors = json.putObject("colors");
    colors.put("primary_color", role.color());
    colors.putNull("secondary_color");
    colors.putNull("tertiary_color");
    json.put("hoist", role.hoist());
    json.put("managed", role.botId() != null);
    json.put("mentionable", role.mentionable());
    json.putNull("icon");
    json.putNull("unicode_emoji");
    json.put("flags", 0);
    if (role.botId() != null) {
      json.putObject("tags").put("bot_id", Long.toString(role.botId()));
    }
    return json;
  }
}
