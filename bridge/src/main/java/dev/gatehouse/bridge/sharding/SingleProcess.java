package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.identify.LocalIdentifyGate;
import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
import dev.gatehouse.contracts.Shard;
import java.util.List;
import java.util.function.LongSupplier;

/** A process without a state table: it runs all its shards, and no session outlives it. */
public final class SingleProcess implements Coordination {
  private final LongSupplier nanos;

  /**
   * @param nanos a monotonic clock
   */
  public SingleProcess(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public CursorStore cursors() {
    return CursorStore.none();
  }

  @Override
  public MeteredIdentifyGate gate(GatewayInfo info, GatewaySource source) {
    return new LocalIdentifyGate(info, source, nanos);
  }

  @Override
  public void begin(List<Shard> shards, ShardHost host) {
    shards.forEach(host::start);
  }

  @Override
  public boolean isStandingBy() {
    return false;
  }

  @Override
  public List<String> problems() {
    return List.of("STATE_TABLE is not set: a restart begins a new session and may miss events");
  }

  @Override
  public void end() {}

  @Override
  public void close() {}
}
