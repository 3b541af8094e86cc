package dev.gatehouse.bridge.state;

import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The keys of a bot's rows in the state table, all of them. Bots may share a table: the partition
 * is named after a digest of the token, which tells nothing of it.
 *
 * @param partition holds all rows of the bot
 */
public record StateKeys(String partition) {
  /** How the sort keys of all processes begin. */
  public static final String MEMBERS = "member#";

  /** How the sort keys of all shards begin. */
  public static final String SHARDS = "shard#";

  /** How the sort keys of all relayed commands begin. */
  public static final String COMMANDS = "command#";

  /** How the sort keys of all dead letters begin. */
  public static final String DEAD_LETTERS = "dead#";

  private static final int DIGEST_BYTES = 8;

  /** The keys of that bot. */
  public static StateKeys of(Secret token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(token.reveal().getBytes(StandardCharsets.UTF_8));
      return new StateKeys("bridge#" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A process that lives, and the shards that it may run. */
  public Key member(String process) {
    return new Key(partition, MEMBERS + process);
  }

  /** A shard's lease, and its session beside it. */
  public Key shard(Shard shard) {
    return new Key(partition, SHARDS + shard.count() + "#" + shard.index());
  }

  /** The roles that stand for the bot in a shard's guilds. */
  public Key roles(Shard shard) {
    return new Key(partition, "roles#" + shard.count() + "#" + shard.index());
  }

  /** When the next shard of a bucket may identify. */
  public Key identifyBucket(int bucket) {
    return new Key(partition, "identify#" + bucket);
  }

  /** The day's identifies. */
  public Key budget() {
    return new Key(partition, "budget");
  }

  /** The number of shards that the processes agree on. */
  public Key plan() {
    return new Key(partition, "plan");
  }

  /** A command that waits for the process that runs a shard. */
  public Key command(Shard shard, String commandId) {
    return new Key(partition, COMMANDS + shard.count() + "#" + shard.index() + "#" + commandId);
  }

  /** The counter that orders relayed commands. */
  public Key commandCounter() {
    return new Key(partition, "commands");
  }

  /** An event that could not be sent. */
  public Key deadLetter(String deduplicationId) {
    return new Key(partition, DEAD_LETTERS + deduplicationId);
  }
}
