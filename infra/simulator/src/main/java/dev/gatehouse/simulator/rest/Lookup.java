package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Access;
import dev.gatehouse.simulator.validation.Rejection;

/** Finds what a path names, or refuses as Discord does. */
final class Lookup {
  private final World world;
  private final Access access;

  Lookup(World world) {
    this.world = world;
    this.access = new Access(world);
  }

  /** The channel of the path, which the bot must be able to see. */
  Channel channel(Call call) {
    Channel channel =
        world
            .directory()
            .channel(call.id("channel"))
            .orElseThrow(() -> Rejection.of(404, 10003, "Unknown Channel"));
    access.requireView(call.bot(), channel);
    return channel;
  }

  /** The same, where the bot must have the permissions. */
  Channel channel(Call call, long permissions) {
    Channel channel = channel(call);
    access.require(call.bot(), channel, permissions);
    return channel;
  }

  /** The message of the path. */
  Message message(Call call, Channel channel) {
    return world
        .messages()
        .find(channel.id(), call.id("message"))
        .filter(message -> !message.isEphemeral())
        .orElseThrow(() -> Rejection.of(404, 10008, "Unknown Message"));
  }

  /** The guild of the path, which the bot must be in. */
  Guild guild(Call call) {
    return world
        .directory()
        .guild(call.id("guild"))
        .filter(guild -> guild.member(call.bot().id()).isPresent())
        .orElseThrow(() -> Rejection.of(404, 10004, "Unknown Guild"));
  }

  /** The guild of the path, where the bot must have the permissions. */
  Guild guild(Call call, long permissions) {
    Guild guild = guild(call);
    if (!Permission.has(guild.permissions(call.bot().id()), permissions)) {
      throw Rejection.of(403, 50013, "Missing Permissions");
    }
    return guild;
  }

  /** A user. */
  User user(long id) {
    return world.directory().user(id).orElseThrow(() -> Rejection.of(404, 10013, "Unknown User"));
  }

  /** The application of the path, which must be the caller's own. */
  Application own(Call call) {
    if (call.id("application") != call.application().id()) {
      throw Rejection.of(
          403, 20012, "You are not authorized to perform this action on this application");
    }
    return call.application();
  }
}
