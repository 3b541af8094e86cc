package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.wire.ApplicationJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.List;

/**
 * The event that opens a session.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway-events#ready">Ready</a>
 */
final class ReadyJson {
  private static final int VERSION = 10;

  private ReadyJson() {}

  static ObjectNode of(Session session, List<Guild> guilds, String resumeUrl) {
    ObjectNode json = Json.object();
    json.put("v", VERSION);
    json.set("user", UserJson.self(session.application().bot()));
    json.set("guilds", unavailable(guilds));
    json.put("session_id", session.id());
    json.put("session_type", "normal");
    json.put("resume_gateway_url", resumeUrl);
    json.set("shard", session.shard().json());
    ObjectNode application = json.putObject("application");
    application.put("id", Long.toString(session.application().id()));
    application.put("flags", ApplicationJson.FLAGS);
    json.putObject("user_settings");
    for (String name :
        new String[] {
          "private_channels",
          "presences",
          "relationships",
          "guild_join_requests",
          "geo_ordered_rtc_regions"
        }) {
      json.putArray(name);
    }
    json.putArray("_trace").add("simulator");
    return json;
  }

  private static ArrayNode unavailable(List<Guild> guilds) {
    ArrayNode array = Json.array();
    guilds.forEach(
        guild -> array.addObject().put("id", Long.toString(guild.id())).put("unavailable", true));
    return array;
  }
}
