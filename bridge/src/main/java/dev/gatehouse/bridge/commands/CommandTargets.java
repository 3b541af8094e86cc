package dev.gatehouse.bridge.commands;

import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Shard;
import java.util.List;
import java.util.Map;

/**
 * Which of this process's shards a command goes to: a guild's own one (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding">{@code (guild_id >> 22) %
 * shards}</a>), or all of them.
 */
final class CommandTargets {
  private static final int TIMESTAMP_SHIFT = 22;

  private CommandTargets() {}

  /** The slots; none when the guild's shard runs in another process. */
  static List<CommandSlot> of(GatewayCommand command, Map<Shard, CommandSlot> slots) {
    return switch (command) {
      case GatewayCommand.UpdatePresence _ -> List.copyOf(slots.values());
      case GatewayCommand.UpdateVoiceState voice -> ofGuild(voice.guildId(), slots);
      case GatewayCommand.RequestMembers members -> ofGuild(members.guildId(), slots);
    };
  }

  private static List<CommandSlot> ofGuild(String guildId, Map<Shard, CommandSlot> slots) {
    long id = snowflake(guildId);
    return slots.entrySet().stream()
        .filter(slot -> (id >> TIMESTAMP_SHIFT) % slot.getKey().count() == slot.getKey().index())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static long snowflake(String guildId) {
    try {
      return Long.parseLong(guildId);
    } catch (NumberFormatException e) {
      throw new InvalidFieldException("guild_id", "must be a snowflake, was '" + guildId + "'");
    }
  }
}
