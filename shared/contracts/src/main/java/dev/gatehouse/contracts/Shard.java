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

  public Shard {
    if (count < 1) {
      throw new InvalidFieldException("shards", "must be 1 or more, was " + count);
    }
    if (index < 0 || index >= count) {
      throw new InvalidFieldException(
          "shard", "must be from 0 to " + (count - 1) + ", was " + index);
    }
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
