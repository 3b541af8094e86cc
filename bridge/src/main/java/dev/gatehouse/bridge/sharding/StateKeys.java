package dev.gatehouse.bridge.sharding;

import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The keys of a bot's rows in the state table. Bots may share a table: the partition is named after
 * a digest of the token, which tells nothing of it.
 *
 * @param partition holds all rows of the bot
 */
public record StateKeys(String partition) {
  static final String MEMBERS = "member#";
  static final String SHARDS = "shard#";

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

  Key member(String id) {
    return new Key(partition, MEMBERS + id);
  }

  Key shard(Shard shard) {
    return new Key(partition, SHARDS + shard.count() + "#" + shard.index());
  }

  Key identifyBucket(int bucket) {
    return new Key(partition, "identify#" + bucket);
  }

  Key budget() {
    return new Key(partition, "budget");
  }

  Key plan() {
    return new Key(partition, "plan");
  }
}
