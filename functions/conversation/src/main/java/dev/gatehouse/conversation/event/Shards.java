package dev.gatehouse.conversation.event;

/**
 * Which shard a guild's events arrive on; those outside a guild arrive on shard 0 (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding">Discord</a>).
 */
final class Shards {
  private static final int GUILD_SHIFT = 22;

  private Shards() {}

  static int of(String guildId, int count) {
    return (int) Long.remainderUnsigned(Long.parseUnsignedLong(guildId) >>> GUILD_SHIFT, count);
  }
}
