package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.ChannelJson;
import java.util.function.Function;

/** More guilds and channels: sharding needs several. */
public final class GuildControl implements ControlApi.RouteGroup {
  private static final int LONGEST_NAME = 100;

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
        .add("POST", "/control/guilds/{guild}/channels", call -> world.with(() -> open(call)));
  }

  private Reply found(ControlCall call) {
    Guild guild = guilds.found(name(call), world.directory().people().getFirst().id());
    ObjectNode json = Json.object();
    json.put("id", Long.toString(guild.id()));
    json.put("name", guild.name());
    return Reply.ok(json);
  }

  private Reply open(ControlCall call) {
    long id = call.pathId("guild");
    Guild guild =
        world
            .directory()
            .guild(id)
            .orElseThrow(() -> ControlError.missing("guild_id", "There is no guild " + id + "."));
    Channel channel = guilds.openChannel(guild, ChannelType.GUILD_TEXT, name(call));
    return Reply.ok(ChannelJson.of(channel));
  }

  private static String name(ControlCall call) {
    String name = call.text("name").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw ControlError.invalid("name", "Must have 1 to 100 characters.");
    }
    return name;
  }
}
