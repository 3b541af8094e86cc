package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.ChannelJson;

/**
 * Channels and typing.
 *
 * @see <a href="https://discord.com/developers/docs/resources/channel">Channel resource</a>
 */
public final class ChannelRoutes implements RestApi.RouteGroup {
  private final Chat chat;
  private final Guilds guilds;
  private final Lookup lookup;

  /** Channels of a world. */
  public ChannelRoutes(World world) {
    this.chat = new Chat(world);
    this.guilds = new Guilds(world);
    this.lookup = new Lookup(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    routes
        .add("GET", "/channels/{channel}", RestRoute.bot(this::get))
        .add("PATCH", "/channels/{channel}", RestRoute.bot(this::update))
        .add("DELETE", "/channels/{channel}", RestRoute.bot(this::delete))
        .add("POST", "/channels/{channel}/typing", RestRoute.bot(this::type));
  }

  private Reply.Full get(Call call) {
    return Reply.ok(ChannelJson.of(lookup.channel(call), call.bot().id()));
  }

  private Reply.Full update(Call call) {
    Channel channel = guildChannel(call);
    JsonNode body = call.object();
    String name = body.path("name").asText(channel.name());
    FormErrors errors = new FormErrors();
    errors.length("name", name, 1, 100);
    errors.atMost("topic", body.path("topic").asText(""), 1024);
    errors.throwIfAny();
    Channel changed =
        channel.changed(
            name,
            body.has("topic") ? Json.text(body, "topic").orElse(null) : channel.topic(),
            body.path("archived").asBoolean(channel.archived()),
            body.path("locked").asBoolean(channel.locked()));
    guilds.update(changed);
    return Reply.ok(ChannelJson.of(changed));
  }

  private Reply.Full delete(Call call) {
    Channel channel = guildChannel(call);
    guilds.delete(channel);
    return Reply.ok(ChannelJson.of(channel));
  }

  private Channel guildChannel(Call call) {
    Channel channel = lookup.channel(call);
    if (channel.isDirect()) {
      throw Rejection.of(403, 50003, "Cannot execute action on a DM channel");
    }
    Long owner = channel.ownerId();
    if (owner == null || owner != call.bot().id()) {
      lookup.channel(
          call, channel.isThread() ? Permission.MANAGE_THREADS : Permission.MANAGE_CHANNELS);
    }
    return channel;
  }

  private Reply.Full type(Call call) {
    chat.type(lookup.channel(call), call.bot());
    return Reply.noContent();
  }
}
