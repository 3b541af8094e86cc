package dev.gatehouse.contracts;

import org.jspecify.annotations.Nullable;

/** Names of FIFO message groups: a channel's own, else its guild's, else its shard's. */
public final class GroupId {
  private GroupId() {}

  /** The group of all that happens in one channel. */
  public static String ofChannel(Platform platform, String channelId) {
    return platform.wireName() + ":" + channelId;
  }

  /** The narrowest group that an event belongs to. */
  public static String ofEvent(
      Platform platform, @Nullable String channelId, @Nullable String guildId, Shard shard) {
    if (channelId != null) {
      return ofChannel(platform, channelId);
    }
    return guildId != null ? platform.wireName() + ":guild:" + guildId : ofShard(platform, shard);
  }

  /** The group of what concerns a whole gateway connection. */
  public static String ofShard(Platform platform, Shard shard) {
    return platform.wireName() + ":shard:" + shard.index();
  }
}
