package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;

/** The start of a command interaction's data. */
final class CommandData {
  private CommandData() {}

  static ObjectNode of(ObjectNode command, Channel channel) {
    ObjectNode data = Json.object();
    data.set("id", command.path("id"));
    data.set("name", command.path("name"));
    data.put("type", command.path("type").asInt(1));
    if (command.has("guild_id") && channel.guildId() != null) {
      data.set("guild_id", command.path("guild_id"));
    }
    return data;
  }
}
