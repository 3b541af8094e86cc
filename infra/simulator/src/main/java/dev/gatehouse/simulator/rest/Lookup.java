package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Rejection;

/** Finds what a path names, or refuses as Discord does. */
final class Lookup {
  private final World world;

  Lookup(World world) {
    this.world = world;
  }

  /** The channel of the path, which the bot must be able to see. */
  Channel channel(Call call) {
    Channel channel =
        world
            .directory()
            .channel(call.id("channel"))
            .orElseThrow(() -> Rejection.of(404, 10003, "Unknown Channel"));
    if (!world.directory().canSee(call.bot().id(), channel)) {
      throw Rejection.of(403, 50001, "Missing Access");
    }
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
