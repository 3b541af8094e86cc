package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.cursor.SavedSession;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The leases of one process. Each is fenced: it carries a token that rises with each owner, every
 * write demands it, and a write that is refused tells that the shard has gone to another process.
 * Writing a cursor renews the lease in the same write. Safe for use by several threads.
 */
final class Leases implements CursorStore {
  private final Table table;
  private final StateKeys keys;
  private final String owner;
  private final Duration length;
  private final Clock clock;
  private final Map<Shard, Held> held = new ConcurrentHashMap<>();

  /** A lease, with the row as it was when the lease was taken. */
  private record Held(long token, Optional<SavedSession> found, boolean live) {}

  Leases(Table table, StateKeys keys, String owner, Duration length, Clock clock) {
    this.table = table;
    this.keys = keys;
    this.owner = owner;
    this.length = length;
    this.clock = clock;
  }

  /** The shards that this process may run. */
  Set<Shard> held() {
    return Set.copyOf(held.keySet());
  }

  /** Takes a shard whose lease has ended; false when it has not, or another process was faster. */
  boolean acquire(Shard shard) {
    return acquire(shard, Condition.belowOrMissing(ShardRow.EXPIRES, clock.millis()));
  }

  /** Takes a shard whose owner was seen not to renew its lease, whatever the clocks say. */
  boolean acquireSilent(Shard shard, long token, long beat) {
    return acquire(
        shard,
        Condition.all(
            Condition.equal(ShardRow.TOKEN, Value.of(token)),
            Condition.equal(ShardRow.BEAT, Value.of(beat))));
  }

  private boolean acquire(Shard shard, Condition condition) {
    List<Change> changes = new ArrayList<>(renewal(false));
    changes.add(Change.set(ShardRow.OWNER, Value.of(owner)));
    changes.add(Change.add(ShardRow.TOKEN, 1));
    Optional<Item> row = table.updateIf(keys.shard(shard), changes, condition);
    row.ifPresent(
        r -> held.put(shard, new Held(r.number(ShardRow.TOKEN, 0), ShardRow.session(r), false)));
    return row.isPresent();
  }

  /** Prolongs a lease; false when the shard belongs to another process by now. */
  boolean renew(Shard shard, boolean live) {
    return write(shard, live, List.of());
  }

  /** Ends a lease, so that others need not wait for its end. */
  void release(Shard shard) {
    Held lease = held.remove(shard);
    if (lease != null) {
      table.updateIf(
          keys.shard(shard),
          List.of(
              Change.set(ShardRow.EXPIRES, Value.of(0)), Change.set(ShardRow.LIVE, Value.of(0))),
          fence(lease));
    }
  }

  /** Forgets a lease that has been lost. */
  void forget(Shard shard) {
    held.remove(shard);
  }

  @Override
  public Optional<SavedSession> load(Shard shard) {
    Held lease = held.get(shard);
    return lease == null ? Optional.empty() : lease.found();
  }

  @Override
  public boolean save(Shard shard, SavedSession session) {
    Held lease = held.get(shard);
    return lease != null && write(shard, lease.live(), ShardRow.sessionChanges(session));
  }

  private boolean write(Shard shard, boolean live, List<Change> more) {
    Held lease = held.get(shard);
    if (lease == null) {
      return false;
    }
    List<Change> changes = new ArrayList<>(renewal(live));
    changes.addAll(more);
    boolean ours = table.updateIf(keys.shard(shard), changes, fence(lease)).isPresent();
    if (ours) {
      held.replace(shard, lease, new Held(lease.token(), lease.found(), live));
    } else {
      held.remove(shard, lease);
    }
    return ours;
  }

  private List<Change> renewal(boolean live) {
    return List.of(
        Change.set(ShardRow.EXPIRES, Value.of(clock.millis() + length.toMillis())),
        Change.add(ShardRow.BEAT, 1),
        Change.set(ShardRow.LIVE, Value.of(live ? 1 : 0)));
  }

  private static Condition fence(Held lease) {
    return Condition.equal(ShardRow.TOKEN, Value.of(lease.token()));
  }
}
