package dev.gatehouse.simulator.control;

import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;

/** Finds what a call names, or ends it with the field. Used under the world's lock. */
final class Finder {
  private final World world;

  Finder(World world) {
    this.world = world;
  }

  /** A person; bots act through REST. */
  User person(long id) {
    User user = user(id, "user_id");
    if (user.bot()) {
      throw ControlError.invalid("user_id", "Must be a person; a bot acts through REST.");
    }
    return user;
  }

  User user(long id, String field) {
    return world
        .directory()
        .user(id)
        .orElseThrow(() -> ControlError.missing(field, "There is no user " + id + "."));
  }

  /** A channel that the person sees. */
  Channel channel(long id, User user) {
    Channel channel = channel(id);
    if (!world.directory().canSee(user.id(), channel)) {
      throw ControlError.invalid("user_id", "This user does not see channel " + id + ".");
    }
    return channel;
  }

  Channel channel(long id) {
    return world
        .directory()
        .channel(id)
        .orElseThrow(() -> ControlError.missing("channel_id", "There is no channel " + id + "."));
  }

  Message message(long channelId, long id, String field) {
    return world
        .messages()
        .find(channelId, id)
        .orElseThrow(() -> ControlError.missing(field, "There is no message " + id + "."));
  }

  /** A message of any channel that the user sees. */
  Message visible(long id, User user, String field) {
    return world
        .messages()
        .find(id)
        .filter(message -> message.isVisibleTo(user.id()))
        .filter(message -> world.directory().canSee(user.id(), channel(message.channelId())))
        .orElseThrow(() -> ControlError.missing(field, "There is no message " + id + "."));
  }

  Application application(long id) {
    return world
        .applications()
        .find(id)
        .orElseThrow(
            () -> ControlError.missing("application_id", "There is no application " + id + "."));
  }
}
