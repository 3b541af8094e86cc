package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.Member;
import dev.gatehouse.simulator.state.Overwrite;
import dev.gatehouse.simulator.state.Role;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.GuildJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the owner of a guild does: more guilds and channels, which sharding needs, roles, and who
 * may do what in a channel.
 */
public final class GuildControl implements ControlApi.RouteGroup {
  private static final int LONGEST_NAME = 100;
  private static final int LARGEST_COLOR = 0xFFFFFF;

  private final World world;
  private final Guilds guilds;

  /** Guilds of a world. */
  public GuildControl(World world) {
    this.world = world;
    this.guilds = new Guilds(world);
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes
        .add("POST", "/control/guilds", call -> world.with(() -> found(call)))
        .add("POST", "/control/guilds/{guild}/channels", call -> world.with(() -> open(call)))
        .add("POST", "/control/guilds/{guild}/roles", call -> world.with(() -> addRole(call)))
        .add(
            "PATCH",
            "/control/guilds/{guild}/roles/{role}",
            call -> world.with(() -> changeRole(call)))
        .add(
            "PATCH",
            "/control/guilds/{guild}/members/{user}",
            call -> world.with(() -> assign(call)))
        .add("PATCH", "/control/channels/{channel}", call -> world.with(() -> overwrite(call)));
  }

  private Reply found(ControlCall call) {
    Guild guild = guilds.found(name(call), world.directory().people().getFirst().id());
    return Reply.ok(GuildJson.partial(guild));
  }

  private Reply open(ControlCall call) {
    Guild guild = guild(call);
    Channel channel = guilds.openChannel(guild, ChannelType.GUILD_TEXT, name(call));
    return Reply.ok(ChannelJson.of(channel));
  }

  private Guild guild(ControlCall call) {
    long id = call.pathId("guild");
    return world
        .directory()
        .guild(id)
        .orElseThrow(() -> ControlError.missing("guild_id", "There is no guild " + id + "."));
  }

  private Reply addRole(ControlCall call) {
    Guild guild = guild(call);
    long everyone = guild.role(guild.id()).map(Role::permissions).orElse(0L);
    Role role =
        guilds.addRole(
            guild,
            name(call),
            (int) call.number("color", 0, 0, LARGEST_COLOR),
            bits(call.body(), "permissions", everyone),
            call.flag("mentionable", false));
    return Reply.ok(GuildJson.role(role));
  }

  private Reply changeRole(ControlCall call) {
    Guild guild = guild(call);
    long id = call.pathId("role");
    Role old =
        guild
            .role(id)
            .orElseThrow(() -> ControlError.missing("role_id", "There is no role " + id + "."));
    Role role =
        new Role(
            id,
            call.optionalText("name").orElse(old.name()),
            (int) call.number("color", old.color(), 0, LARGEST_COLOR),
            old.position(),
            bits(call.body(), "permissions", old.permissions()),
            old.hoist(),
            call.flag("mentionable", old.mentionable()),
            old.botId());
    return Reply.ok(GuildJson.role(guilds.put(guild, role, false)));
  }

  private Reply assign(ControlCall call) {
    Guild guild = guild(call);
    long id = call.pathId("user");
    Member member =
        guild
            .member(id)
            .orElseThrow(() -> ControlError.missing("user_id", "There is no member " + id + "."));
    Set<Long> roles = new LinkedHashSet<>();
    for (JsonNode role : list(call, "roles")) {
      roles.add(
          Json.id(role)
              .filter(each -> guild.role(each).isPresent())
              .orElseThrow(
                  () -> ControlError.missing("roles", "There is no role " + role.asText() + ".")));
    }
    roles.remove(guild.id());
    return Reply.ok(UserJson.member(guilds.assign(guild, member, List.copyOf(roles))));
  }

  private Reply overwrite(ControlCall call) {
    Channel channel = new Finder(world).channel(call.pathId("channel"));
    if (channel.isDirect() || channel.isThread()) {
      throw ControlError.invalid("channel_id", "Only a guild's own channels have overwrites.");
    }
    List<Overwrite> overwrites = new ArrayList<>();
    for (JsonNode each : list(call, "permission_overwrites")) {
      long id =
          Json.id(each, "id")
              .orElseThrow(
                  () -> ControlError.invalid("permission_overwrites.id", "Must be an id."));
      long allow = bits(each, "allow", 0);
      overwrites.add(
          new Overwrite(id, each.path("type").asInt(0) == 1, allow, bits(each, "deny", 0)));
    }
    Channel changed = channel.withOverwrites(overwrites);
    guilds.update(changed);
    return Reply.ok(ChannelJson.of(changed));
  }

  private static JsonNode list(ControlCall call, String field) {
    JsonNode list = call.body().path(field);
    if (!list.isArray()) {
      throw ControlError.invalid(field, "Must be a list.");
    }
    return list;
  }

  /** Permissions, as a string of digits or a number. */
  private static long bits(JsonNode object, String field, long fallback) {
    return Json.field(object, field)
        .map(value ->
            Json.id(value)
                .orElseThrow(
                    () -> ControlError.invalid(field, "Must be permissions, in decimal digits.")))
        .orElse(fallback);
  }

  private static String name(ControlCall call) {
    String name = call.text("name").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw ControlError.invalid("name", "Must have 1 to 100 characters.");
    }
    return name;
  }
}
