package dev.gatehouse.contracts;

import org.jspecify.annotations.Nullable;

/** Names of FIFO message groups: a channel's own, else its guild's, else its shard's. */
public final class GroupId {
  private GroupId() {}

  /** The group of all that happens in one channel. */
  public static String ofChannel(Platform platform, String channelId) {
    return platform.name() + ":" + channelId;
  }

  /** The narrowest group that an event belongs to. */
  public static String ofEvent(
      Platform platform, @Nullable String channelId, @Nullable String guildId, Shard shard) {
    if (channelId != null) {
      return ofChannel(platform, channelId);
    }
    return guildId != null ? platform.name() + ":guild:" + guildId : ofShard(platform, shard);
  }

  /** The group of an interaction that belongs to no channel: it waits for nothing. */
  public static String ofInteraction(Platform platform, String interactionId) {
    return platform.name() + ":interaction:" + interactionId;
  }

  /** The group of what a gateway is told to do; {@code about} is a guild's id, or a word. */
  public static String ofCommands(Platform platform, String about) {
    return platform.name() + ":commands:" + about;
  }

  /** The group of what concerns a whole gateway connection. */
  public static String ofShard(Platform platform, Shard shard) {
    return platform.name() + ":shard:" + shard.index();
  }
}
