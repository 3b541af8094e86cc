package dev.gatehouse.simulator.validation;

import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;

/**
 * Refuses what a user has no permission for. Used under the world's lock.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Permissions</a>
 */
public record Access(World world) {
  /** The user must see the channel. */
  public void requireView(User user, Channel channel) {
    if (!world.directory().canSee(user.id(), channel)) {
      throw Rejection.of(403, 50001, "Missing Access");
    }
  }

  /** The user must see the channel and have all the permissions there. */
  public void require(User user, Channel channel, long permissions) {
    requireView(user, channel);
    if (!world.directory().may(user.id(), channel, permissions)) {
      throw Rejection.of(403, 50013, "Missing Permissions");
    }
  }

  /** The user must be allowed to write into the channel. */
  public void requireSend(User user, Channel channel) {
    require(
        user,
        channel,
        channel.isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
  }
}
