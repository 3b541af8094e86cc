package dev.gatehouse.bridge.sharding;

import dev.gatehouse.contracts.Shard;
import java.util.Set;

/** Runs shards in this process. Safe for use by several threads. */
public interface ShardHost {
  /** Starts a shard, from what its last owner left. Does nothing when it runs already. */
  void start(Shard shard);

  /**
   * Ends a shard so that another process can resume it: its events go to the queue and its cursor
   * is written before this returns, as far as that is possible in time.
   */
  void stop(Shard shard);

  /** Ends a shard that belongs to another process by now, at once. */
  void abandon(Shard shard);

  /** The shards that run here. */
  Set<Shard> running();

  /** Whether events flow on a shard of this process. */
  boolean isLive(Shard shard);
}
