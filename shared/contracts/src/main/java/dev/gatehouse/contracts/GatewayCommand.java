package dev.gatehouse.contracts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something for the bridge to send on a gateway connection (<a
 * href="https://docs.discord.com/developers/events/gateway-events#send-events">Discord</a>).
 */
public sealed interface GatewayCommand extends QueueMessage {
  /** Unique; makes sending the command again harmless. */
  String commandId();

  @Override
  default String deduplicationId() {
    return "command-" + commandId();
  }

  /**
   * Sets what the bot is seen doing, on every shard.
   *
   * @param status {@code online}, {@code idle}, {@code dnd} or {@code invisible}
   * @param activity custom status text; null for none
   */
  record UpdatePresence(
      int version, Platform platform, String commandId, String status, @Nullable String activity)
      implements GatewayCommand {
    private static final Set<String> STATUSES = Set.of("online", "idle", "dnd", "invisible");

    public UpdatePresence {
      Check.version(version);
      Check.notBlank("command_id", commandId);
      Check.oneOf("status", STATUSES, status);
    }

    @Override
    public String groupId() {
      return GroupId.ofCommands(platform, "presence");
    }
  }

  /**
   * Asks for members of a guild, which arrive as GUILD_MEMBERS_CHUNK.
   *
   * @param query prefix of the user name; empty for all, which needs the GUILD_MEMBERS intent
   * @param limit 0 for no limit with an empty query, else at most 100
   */
  record RequestMembers(
      int version, Platform platform, String commandId, String guildId, String query, int limit)
      implements GatewayCommand {
    public RequestMembers {
      Check.version(version);
      Check.notBlank("command_id", commandId);
      Check.notBlank("guild_id", guildId);
      Check.notNegative("limit", limit);
    }

    @Override
    public String groupId() {
      return GroupId.ofCommands(platform, guildId);
    }
  }

  /**
   * Joins, moves to or leaves a voice channel.
   *
   * @param channelId null to leave
   */
  record UpdateVoiceState(
      int version,
      Platform platform,
      String commandId,
      String guildId,
      @Nullable String channelId,
      boolean selfMute,
      boolean selfDeaf)
      implements GatewayCommand {
    public UpdateVoiceState {
      Check.version(version);
      Check.notBlank("command_id", commandId);
      Check.notBlank("guild_id", guildId);
    }

    @Override
    public String groupId() {
      return GroupId.ofCommands(platform, guildId);
    }
  }
}
