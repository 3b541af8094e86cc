package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Member;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client asks for over its connection. Used under the world's lock.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway-events#send-events">Send
 *     events</a>
 */
final class ClientRequests {
  private static final int CHUNK = 1_000;

  private final World world;
  private final Sessions sessions;

  ClientRequests(World world, Sessions sessions) {
    this.world = world;
    this.sessions = sessions;
  }

  void answer(Session session, JsonNode payload) {
    JsonNode data = payload.path("d");
    switch (payload.path("op").intValue()) {
      case Opcode.PRESENCE_UPDATE -> presence(session, data);
      case Opcode.VOICE_STATE_UPDATE -> voice(session, data);
      case Opcode.REQUEST_GUILD_MEMBERS -> members(session, data);
      case Opcode.REQUEST_SOUNDBOARD_SOUNDS -> sounds(session, data);
      default -> {}
    }
  }

  private Optional<Guild> guild(Session session, JsonNode data) {
    return Json.id(data, "guild_id")
        .flatMap(world.directory()::guild)
        .filter(guild -> guild.member(session.application().id()).isPresent())
        .filter(guild -> session.shard().covers(guild.id()));
  }

  private void presence(Session session, JsonNode data) {
    for (Guild guild : world.directory().guildsOf(session.application().id())) {
      ObjectNode presence = Json.object();
      presence.putObject("user").put("id", Long.toString(session.application().id()));
      presence.put("guild_id", Long.toString(guild.id()));
      presence.put("status", data.path("status").asText("online"));
      presence.set(
          "activities", data.path("activities").isArray() ? data.get("activities") : Json.array());
      presence.putObject("client_status").put("web", data.path("status").asText("online"));
      Sessions.Event event =
          new Sessions.Event("PRESENCE_UPDATE", null, null, Json.bytes(presence));
      sessions.deliver(
          other ->
              other.wants(Intents.GUILD_PRESENCES)
                  && other.shard().covers(guild.id())
                  && guild.member(other.application().id()).isPresent(),
          event);
    }
  }

  private void voice(Session session, JsonNode data) {
    guild(session, data)
        .ifPresent(guild -> {
          sendTo(session, "VOICE_STATE_UPDATE", voiceState(session, guild, data));
          if (Json.id(data, "channel_id").isPresent()) {
            sendTo(session, "VOICE_SERVER_UPDATE", voiceServer(guild));
          }
        });
  }

  private static ObjectNode voiceState(Session session, Guild guild, JsonNode data) {
    ObjectNode state = Json.object();
    state.put("guild_id", Long.toString(guild.id()));
    state.put("channel_id", Json.id(data, "channel_id").map(String::valueOf).orElse(null));
    state.put("user_id", Long.toString(session.application().id()));
    guild
        .member(session.application().id())
        .ifPresent(member -> state.set("member", UserJson.member(member)));
    state.put("session_id", session.id());
    state.put("deaf", false);
    state.put("mute", false);
    state.put("self_deaf", data.path("self_deaf").asBoolean());
    state.put("self_mute", data.path("self_mute").asBoolean());
    state.put("self_video", false);
    state.put("suppress", false);
    state.putNull("request_to_speak_timestamp");
    return state;
  }

  /** There is no voice server, which Discord tells with a null endpoint. */
  private static ObjectNode voiceServer(Guild guild) {
    ObjectNode server = Json.object();
    server.put("token", "none");
    server.put("guild_id", Long.toString(guild.id()));
    server.putNull("endpoint");
    return server;
  }

  private void sounds(Session session, JsonNode data) {
    for (JsonNode id : data.path("guild_ids")) {
      ObjectNode sounds = Json.object();
      sounds.set("guild_id", id);
      sounds.putArray("soundboard_sounds");
      sendTo(session, "SOUNDBOARD_SOUNDS", sounds);
    }
  }

  private void members(Session session, JsonNode data) {
    guild(session, data)
        .ifPresent(guild -> {
          List<Member> found = find(guild, data);
          int chunks = Math.max(1, (found.size() + CHUNK - 1) / CHUNK);
          for (int i = 0; i < chunks; i++) {
            List<Member> part = found.subList(i * CHUNK, Math.min(found.size(), (i + 1) * CHUNK));
            sendTo(session, "GUILD_MEMBERS_CHUNK", chunk(guild, data, part, i, chunks));
          }
        });
  }

  private static List<Member> find(Guild guild, JsonNode data) {
    List<String> wanted = userIds(data);
    String prefix = data.path("query").asText("").toLowerCase(Locale.ROOT);
    int limit = data.path("limit").asInt(0);
    return guild.members().stream()
        .filter(m -> wanted.isEmpty() || wanted.contains(Long.toString(m.user().id())))
        .filter(m -> m.user().username().toLowerCase(Locale.ROOT).startsWith(prefix))
        .limit(limit == 0 ? Long.MAX_VALUE : limit)
        .toList();
  }

  private static List<String> userIds(JsonNode data) {
    List<String> ids = new ArrayList<>();
    JsonNode given = data.path("user_ids");
    if (given.isArray()) {
      given.forEach(id -> ids.add(id.asText()));
    } else if (given.isValueNode() && !given.isNull()) {
      ids.add(given.asText());
    }
    return ids;
  }

  private static ObjectNode chunk(
      Guild guild, JsonNode data, List<Member> members, int index, int count) {
    ObjectNode chunk = Json.object();
    chunk.put("guild_id", Long.toString(guild.id()));
    chunk.set("members", Json.array(members.stream().map(UserJson::member).toList()));
    chunk.put("chunk_index", index);
    chunk.put("chunk_count", count);
    ArrayNode missing = chunk.putArray("not_found");
    userIds(data).stream()
        .filter(
            id -> guild.members().stream().noneMatch(m -> id.equals(Long.toString(m.user().id()))))
        .forEach(missing::add);
    Json.field(data, "nonce").ifPresent(nonce -> chunk.set("nonce", nonce));
    return chunk;
  }

  private void sendTo(Session session, String name, ObjectNode data) {
    sessions.deliver(session, new Sessions.Event(name, null, null, Json.bytes(data)));
  }
}
