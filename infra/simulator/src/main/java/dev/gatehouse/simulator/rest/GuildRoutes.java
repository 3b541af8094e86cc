package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.json.Snowflake;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.Member;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.Threads;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.GuildJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.Comparator;
import java.util.List;

/**
 * Guilds, their channels and members.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild">Guild resource</a>
 */
public final class GuildRoutes implements RestApi.RouteGroup {
  private final World world;
  private final Guilds guilds;
  private final Threads threads;
  private final Lookup lookup;

  /** Guilds of a world. */
  public GuildRoutes(World world) {
    this.world = world;
    this.guilds = new Guilds(world);
    this.threads = new Threads(world);
    this.lookup = new Lookup(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    routes
        .add("GET", "/guilds/{guild}", RestRoute.bot(this::get))
        .add("GET", "/guilds/{guild}/channels", RestRoute.bot(this::channels))
        .add("POST", "/guilds/{guild}/channels", RestRoute.bot(this::createChannel))
        .add("GET", "/guilds/{guild}/threads/active", RestRoute.bot(this::activeThreads))
        .add("GET", "/guilds/{guild}/roles", RestRoute.bot(this::roles))
        .add("GET", "/guilds/{guild}/roles/{role}", RestRoute.bot(this::role))
        .add("GET", "/guilds/{guild}/members", RestRoute.bot(this::members))
        .add("GET", "/guilds/{guild}/members/{user}", RestRoute.bot(this::member));
  }

  private Reply.Full get(Call call) {
    Guild guild = lookup.guild(call);
    ObjectNode json = GuildJson.of(guild);
    if (call.request().query().isTrue("with_counts")) {
      json.put("approximate_member_count", guild.members().size());
      json.put("approximate_presence_count", guild.members().size());
    }
    return Reply.ok(json);
  }

  private Reply.Full channels(Call call) {
    return Reply.ok(array(world.directory().channelsOf(lookup.guild(call).id())));
  }

  private Reply.Full createChannel(Call call) {
    Guild guild = lookup.guild(call, Permission.MANAGE_CHANNELS);
    String name = Json.text(call.object(), "name").orElse("");
    FormErrors errors = new FormErrors();
    errors.length("name", name, 1, 100);
    errors.throwIfAny();
    ChannelType type =
        ChannelType.of(call.object().path("type").asInt(0))
            .filter(t -> t == ChannelType.GUILD_TEXT || t == ChannelType.GUILD_VOICE)
            .orElseThrow(() ->
                new FormErrors()
                    .add("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2}.")
                    .rejection());
    return Reply.json(201, ChannelJson.of(guilds.openChannel(guild, type, name)));
  }

  private Reply.Full activeThreads(Call call) {
    List<Channel> active = threads.active(lookup.guild(call).id());
    ObjectNode json = Json.object();
    json.set("threads", array(active));
    json.set(
        "members",
        Json.array(
            active.stream()
                .map(thread -> ChannelJson.threadMember(thread, call.bot().id()))
                .toList()));
    return Reply.ok(json);
  }

  private Reply.Full roles(Call call) {
    return Reply.ok(GuildJson.roles(lookup.guild(call)));
  }

  private Reply.Full role(Call call) {
    return Reply.ok(
        lookup
            .guild(call)
            .role(call.id("role"))
            .map(GuildJson::role)
            .orElseThrow(() -> Rejection.of(404, 10011, "Unknown Role")));
  }

  private Reply.Full members(Call call) {
    int limit = call.number("limit", 1, 1, 1000);
    long after = call.request().query().first("after").flatMap(Snowflake::parse).orElse(0L);
    List<ObjectNode> members =
        lookup.guild(call).members().stream()
            .filter(member -> member.user().id() > after)
            .sorted(Comparator.comparingLong((Member m) -> m.user().id()))
            .limit(limit)
            .map(UserJson::member)
            .toList();
    return Reply.ok(Json.array(members));
  }

  private Reply.Full member(Call call) {
    String text = call.parameters().text("user");
    long id = text.equals("@me") ? call.bot().id() : call.id("user");
    return Reply.ok(
        lookup
            .guild(call)
            .member(id)
            .map(UserJson::member)
            .orElseThrow(() -> Rejection.of(404, 10007, "Unknown Member")));
  }

  private static ArrayNode array(List<Channel> channels) {
    return Json.array(channels.stream().map((Channel c) -> ChannelJson.of(c)).toList());
  }
}
