package dev.gatehouse.bridge.commands;

import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where a command goes: to a guild's own shard (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding">{@code (guild_id >> 22) %
 * shards}</a>), or to all of them.
 *
 * @param here of the shards of this process
 * @param elsewhere the shards that other processes run, or nobody does at the moment
 */
record CommandRoute(List<ShardCommandQueue> here, List<Shard> elsewhere) {
  /** The route; none at all from a process that runs no shard, and does not know how many are. */
  static CommandRoute of(GatewayCommand command, Map<Shard, ShardCommandQueue> queues) {
    CommandRoute route = new CommandRoute(new ArrayList<>(), new ArrayList<>());
    queues.keySet().stream()
        .findFirst()
        .map(any -> shards(command, any.count()))
        .orElse(List.of())
        .forEach(shard -> route.add(shard, queues));
    return route;
  }

  private void add(Shard shard, Map<Shard, ShardCommandQueue> queues) {
    ShardCommandQueue queue = queues.get(shard);
    if (queue == null) {
      elsewhere.add(shard);
    } else {
      here.add(queue);
    }
  }

  private static List<Shard> shards(GatewayCommand command, int count) {
    return switch (command) {
      case GatewayCommand.UpdatePresence _ ->
          IntStream.range(0, count).mapToObj(index -> new Shard(index, count)).toList();
      case GatewayCommand.UpdateVoiceState voice -> List.of(Shard.ofGuild(voice.guildId(), count));
      case GatewayCommand.RequestMembers members ->
          List.of(Shard.ofGuild(members.guildId(), count));
    };
  }
}
