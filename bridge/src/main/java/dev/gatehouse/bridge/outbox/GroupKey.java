package dev.gatehouse.bridge.outbox;

import dev.gatehouse.contracts.GroupId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Shard;

/**
 * What an event is kept in order with: a channel, else a guild, else a shard. A guild's first
 * channel may bear the guild's own id, so the kind tells them apart.
 */
public record GroupKey(Kind kind, long id) {
  /** The platform whose gateway this process serves. */
  public static final Platform PLATFORM = new Platform("discord");

  /** What the id belongs to. */
  public enum Kind {
    CHANNEL,
    GUILD,
    SHARD
  }

  /** The narrowest group of an event; an id of 0 is none. */
  public static GroupKey of(long channelId, long guildId, Shard shard) {
    if (channelId != 0) {
      return new GroupKey(Kind.CHANNEL, channelId);
    }
    return guildId != 0 ? new GroupKey(Kind.GUILD, guildId) : ofShard(shard);
  }

  /** The group of what concerns a whole connection. */
  public static GroupKey ofShard(Shard shard) {
    return new GroupKey(Kind.SHARD, shard.index());
  }

  /** The FIFO message group, named as {@link GroupId} names it. */
  String groupId() {
    return switch (kind) {
      case CHANNEL -> GroupId.ofChannel(PLATFORM, Long.toString(id));
      case GUILD -> PLATFORM.name() + ":guild:" + id;
      case SHARD -> PLATFORM.name() + ":shard:" + id;
    };
  }
}
