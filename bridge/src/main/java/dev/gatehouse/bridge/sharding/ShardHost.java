package dev.gatehouse.bridge.sharding;

import dev.gatehouse.contracts.Shard;

/** Runs shards in this process. Called by one thread. */
public interface ShardHost {
  /** Starts a shard, from what its last owner left. Does nothing when it runs already. */
  void start(Shard shard);

  /**
   * Ends a shard so that another process can resume it: its events go to the queue and its cursor
   * is written before this returns, as far as that is possible in time.
   */
  void stop(Shard shard);
}
