package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
import dev.gatehouse.contracts.Shard;
import java.util.List;

/** How a process shares its bot with others: who runs which shard, and who may identify when. */
public interface Coordination extends AutoCloseable {
  /** Where sessions outlive their process. */
  CursorStore cursors();

  /**
   * The gate that every identify passes.
   *
   * @param info what Discord said at the start
   * @param source what Discord says later
   */
  MeteredIdentifyGate gate(GatewayInfo info, GatewaySource source);

  /**
   * Starts the shards that are this process's own, and keeps to it as that changes.
   *
   * @param shards that this process may run
   */
  void begin(List<Shard> shards, ShardHost host);

  /** Neither takes nor gives shards from now on. */
  void end();

  /** Whether a process without shards is right to wait for some. */
  boolean isStandingBy();

  /** What a person should know; empty when all is well. */
  List<String> problems();

  /** Gives up what this process holds, once its shards have ended. */
  @Override
  void close();
}
