package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The only shard's row in the state table, for tests that look at it or take its lease away. */
public final class LeaseRow {
  private final Table table;
  private final Key key;

  public LeaseRow(Table table, String token) {
    this.table = table;
    this.key = StateKeys.of(Secret.of(token)).shard(new Shard(0, 1));
  }

  /** The number that a successor would resume from; 0 before a session was saved. */
  public long durable() {
    return table.get(key).map(LeaseRow::durable).orElse(0L);
  }

  /** How often the lease has been renewed. */
  public long beats() {
    return table.get(key).map(row -> LeaseState.of(row).beat()).orElse(0L);
  }

  /**
   * Takes the lease over, in one write as a process does, though its owner lives.
   *
   * @return the number that the thief would resume from
   */
  public long steal(Clock clock, Duration length) {
    for (Optional<Lease> stolen = tryToSteal(clock, length); ; stolen = tryToSteal(clock, length)) {
      if (stolen.isPresent()) {
        return durable(stolen.get().row());
      }
    }
  }

  private Optional<Lease> tryToSteal(Clock clock, Duration length) {
    Item row = table.get(key).orElseThrow();
    return new LeaseTable(table, clock).takeOver(row, "a thief", length, List.of());
  }

  private static long durable(Item row) {
    return ShardLeases.session(row).map(SavedSession::durable).orElse(0L);
  }
}
