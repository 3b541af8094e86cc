package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The shards that this process leases. A shard's row holds its lease and, beside it, its session:
 * writing a cursor renews the lease in the same fenced write, and a write that is refused tells
 * that the shard has gone to another process. Safe for use by several threads.
 */
final class ShardLeases implements CursorStore {
  private static final String LIVE = "live";
  private static final String SESSION = "session_id";
  private static final String RESUME_URL = "resume_url";
  private static final String USER = "user_id";
  private static final String BEGUN = "begun_at";
  private static final String DURABLE = "durable";
  private static final String DURABLE_AT = "durable_at";
  private static final String ROLES = "roles";

  /** What a row has room for, several times what a shard has guilds. */
  private static final int MOST_ROLES = 15_000;

  private final Table table;
  private final LeaseTable leases;
  private final StateKeys keys;
  private final String process;
  private final Duration length;
  private final Map<Shard, Held> held = new ConcurrentHashMap<>();

  /** A lease, and whether events flow on its shard. */
  private record Held(Lease lease, boolean live) {}

  ShardLeases(Table table, StateKeys keys, String process, Duration length, Clock clock) {
    this.table = table;
    this.leases = new LeaseTable(table, clock);
    this.keys = keys;
    this.process = process;
    this.length = length;
  }

  /** Whether events flow on a shard, as its row tells. */
  static boolean isLive(Item row) {
    return row.number(LIVE, 0) == 1;
  }

  /** What a shard's last owner left, as its row tells. */
  static Optional<SavedSession> session(Item row) {
    return row.text(SESSION)
        .map(id ->
            new SavedSession(
                id,
                row.text(RESUME_URL).orElse(""),
                row.number(USER, 0),
                Instant.ofEpochMilli(row.number(BEGUN, 0)),
                row.number(DURABLE, 0),
                Instant.ofEpochMilli(row.number(DURABLE_AT, 0))));
  }

  /** The shards that this process may run. */
  Set<Shard> held() {
    return Set.copyOf(held.keySet());
  }

  /** Takes a shard whose lease has ended; false when it has not, or another process was faster. */
  boolean acquire(Shard shard) {
    return switch (leases.claim(keys.shard(shard), process, length, liveness(false))) {
      case LeaseClaim.Claimed(Lease lease) -> hold(shard, lease);
      case LeaseClaim.Resumed(Lease lease) -> hold(shard, lease);
      case LeaseClaim.Held _, LeaseClaim.Finished _ -> false;
    };
  }

  /**
   * Takes a shard whose owner was seen not to renew its lease, whatever the clocks say.
   *
   * @param seen the shard's row as it has been all the time
   */
  boolean acquireSilent(Shard shard, Item seen) {
    return leases
        .takeOver(seen, process, length, liveness(false))
        .map(lease -> hold(shard, lease))
        .orElse(false);
  }

  private boolean hold(Shard shard, Lease lease) {
    held.put(shard, new Held(lease, false));
    return true;
  }

  /** Prolongs a lease; false when the shard belongs to another process by now. */
  boolean renew(Shard shard, boolean live) {
    Held lease = held.get(shard);
    return lease != null && write(shard, lease, live, List.of());
  }

  /** Ends a lease, so that others need not wait for its end. */
  void release(Shard shard) {
    Held lease = held.remove(shard);
    if (lease != null) {
      try {
        lease.lease().release(liveness(false));
      } catch (LeaseLostException e) {
        // It was another process's already.
      }
    }
  }

  /** Forgets a lease that has been lost. */
  void forget(Shard shard) {
    held.remove(shard);
  }

  @Override
  public Optional<SavedSession> load(Shard shard) {
    return Optional.ofNullable(held.get(shard)).flatMap(lease -> session(lease.lease().row()));
  }

  @Override
  public boolean save(Shard shard, SavedSession session) {
    Held lease = held.get(shard);
    return lease != null && write(shard, lease, lease.live(), changes(session));
  }

  @Override
  public Set<Long> roles(Shard shard) {
    return table
        .get(keys.roles(shard))
        .flatMap(row -> row.text(ROLES))
        .filter(text -> !text.isEmpty())
        .map(text -> Arrays.stream(text.split(",")).map(Long::valueOf).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  @Override
  public void saveRoles(Shard shard, Set<Long> roles) {
    String text =
        roles.stream().limit(MOST_ROLES).map(String::valueOf).collect(Collectors.joining(","));
    table.put(new Item(keys.roles(shard), Map.of(ROLES, Value.of(text))));
  }

  private boolean write(Shard shard, Held lease, boolean live, List<Change> more) {
    List<Change> changes = new ArrayList<>(liveness(live));
    changes.addAll(more);
    try {
      lease.lease().renew(changes);
      held.replace(shard, lease, new Held(lease.lease(), live));
      return true;
    } catch (LeaseLostException e) {
      held.remove(shard, lease);
      return false;
    }
  }

  private static List<Change> liveness(boolean live) {
    return List.of(Change.set(LIVE, Value.of(live ? 1 : 0)));
  }

  private static List<Change> changes(SavedSession session) {
    return List.of(
        Change.set(SESSION, Value.of(session.sessionId())),
        Change.set(RESUME_URL, Value.of(session.resumeUrl())),
        Change.set(USER, Value.of(session.userId())),
        Change.set(BEGUN, Value.of(session.begun().toEpochMilli())),
        Change.set(DURABLE, Value.of(session.durable())),
        Change.set(DURABLE_AT, Value.of(session.durableAt().toEpochMilli())));
  }
}
