package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.GuildJson;
import dev.gatehouse.simulator.wire.UserJson;

/**
 * Users and direct messages.
 *
 * @see <a href="https://discord.com/developers/docs/resources/user">User resource</a>
 */
public final class UserRoutes implements RestApi.RouteGroup {
  private final World world;
  private final Guilds guilds;
  private final Lookup lookup;

  /** Users of a world. */
  public UserRoutes(World world) {
    this.world = world;
    this.guilds = new Guilds(world);
    this.lookup = new Lookup(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    routes
        .add("GET", "/users/@me", RestRoute.bot(this::self))
        .add("GET", "/users/@me/guilds", RestRoute.bot(this::guilds))
        .add("POST", "/users/@me/channels", RestRoute.bot(this::openDirect))
        .add("GET", "/users/{user}", RestRoute.bot(this::user));
  }

  private Reply.Full self(Call call) {
    return Reply.ok(UserJson.self(call.bot()));
  }

  private Reply.Full user(Call call) {
    return Reply.ok(UserJson.of(lookup.user(call.id("user"))));
  }

  private Reply.Full guilds(Call call) {
    ArrayNode array = Json.array();
    for (Guild guild : world.directory().guildsOf(call.bot().id())) {
      ObjectNode json = GuildJson.partial(guild);
      json.put("owner", guild.ownerId() == call.bot().id());
      json.put("permissions", Long.toString(guild.permissions(call.bot().id())));
      array.add(json);
    }
    return Reply.ok(array);
  }

  private Reply.Full openDirect(Call call) {
    long recipient =
        Json.id(call.object(), "recipient_id")
            .orElseThrow(() ->
                new FormErrors()
                    .add("recipient_id", "BASE_TYPE_REQUIRED", "This field is required")
                    .rejection());
    User user = lookup.user(recipient);
    if (user.bot()) {
      throw Rejection.of(400, 50007, "Cannot send messages to this user");
    }
    Channel channel = guilds.openDirect(call.bot(), user);
    return Reply.ok(ChannelJson.of(channel, call.bot().id()));
  }
}
