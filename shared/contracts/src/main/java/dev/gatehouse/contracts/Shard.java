package dev.gatehouse.contracts;

/**
 * One of the connections that a bot's guilds are divided among (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding">Discord</a>).
 *
 * @param index from 0
 * @param count how many there are in all
 */
public record Shard(int index, int count) {
  /** The only shard of a small bot, and of a platform that has none. */
  public static final Shard ONLY = new Shard(0, 1);

  private static final int GUILD_SHIFT = 22;

  public Shard {
    if (count < 1) {
      throw new InvalidFieldException("shards", "must be 1 or more, was " + count);
    }
    if (index < 0 || index >= count) {
      throw new InvalidFieldException(
          "shard", "must be from 0 to " + (count - 1) + ", was " + index);
    }
  }

  /**
   * The shard that a guild's events arrive on; those outside a guild arrive on shard 0.
   *
   * @param guildId a snowflake, in decimal digits
   * @throws InvalidFieldException when it is none
   */
  public static Shard ofGuild(String guildId, int count) {
    try {
      long guild = Long.parseUnsignedLong(guildId);
      return new Shard((int) ((guild >>> GUILD_SHIFT) % count), count);
    } catch (NumberFormatException e) {
      throw new InvalidFieldException("guild_id", "must be a snowflake");
    }
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
