package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.gateway.ClientConnection;
import dev.gatehouse.simulator.gateway.Session;
import dev.gatehouse.simulator.gateway.Sessions;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Member;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.GuildJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.net.URI;
import java.util.List;

/** Everything there is, as the page shows it. Used under the world's lock. */
final class StateJson {
  private final World world;
  private final Sessions sessions;

  StateJson(World world, Sessions sessions) {
    this.world = world;
    this.sessions = sessions;
  }

  ObjectNode all() {
    ObjectNode json = Json.object();
    ArrayNode guilds = json.putArray("guilds");
    world.directory().guilds().forEach(guild -> guilds.add(guild(guild)));
    json.set("dms", channels(world.directory().directChannels()));
    ArrayNode users = json.putArray("users");
    world.directory().users().forEach((User user) -> users.add(UserJson.of(user)));
    ArrayNode applications = json.putArray("applications");
    world.applications().all().forEach(each -> applications.add(application(each)));
    ArrayNode open = json.putArray("sessions");
    sessions.all().forEach(session -> open.add(session(session)));
    return json;
  }

  ObjectNode guild(Guild guild) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(guild.id()));
    json.put("name", guild.name());
    json.put("owner_id", Long.toString(guild.ownerId()));
    json.set("roles", GuildJson.roles(guild));
    ArrayNode members = json.putArray("members");
    for (Member member : guild.members()) {
      long id = member.user().id();
      ObjectNode each = members.addObject();
      each.put("user_id", Long.toString(id));
      each.set("roles", Json.ids(member.roles()));
      each.put("permissions", Long.toString(guild.permissions(id)));
    }
    json.set("channels", channels(world.directory().channelsOf(guild.id())));
    json.set("threads", channels(world.directory().threadsOf(guild.id())));
    return json;
  }

  private static ArrayNode channels(List<Channel> channels) {
    return Json.array(channels.stream().map((Channel c) -> ChannelJson.of(c)).toList());
  }

  ObjectNode application(Application application) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(application.id()));
    json.put("name", application.name());
    json.set("bot", UserJson.of(application.bot()));
    json.put("connected", sessions.isConnected(application));
    json.put(
        "interactions_endpoint_url",
        application.interactionsEndpoint().map(URI::toString).orElse(null));
    json.put("public_key", application.key().publicHex());
    json.set("commands", Json.array(application.commands()));
    return json;
  }

  private static ObjectNode session(Session session) {
    ObjectNode json = Json.object();
    json.put("session_id", session.id());
    json.put("application_id", Long.toString(session.application().id()));
    json.set("shard", session.shard().json());
    json.put("seq", session.seq());
    json.put("state", session.connection().isPresent() ? "connected" : "resumable");
    json.put(
        "compress",
        session.connection().map(ClientConnection::compression).map(c -> c.label()).orElse("none"));
    json.put("intents", session.intents());
    return json;
  }
}
