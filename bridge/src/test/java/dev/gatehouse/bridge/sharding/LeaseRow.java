package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.cursor.SavedSession;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import java.util.List;

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
    return table.get(key).flatMap(ShardRow::session).map(SavedSession::durable).orElse(0L);
  }

  /** How often the lease has been renewed. */
  public long beats() {
    return table.get(key).map(row -> row.number(ShardRow.BEAT, 0)).orElse(0L);
  }

  /**
   * Takes the lease, in one write as a process does.
   *
   * @return the number that the thief would resume from
   */
  public long steal(Instant until) {
    List<Change> changes =
        List.of(
            Change.set(ShardRow.OWNER, Value.of("a thief")),
            Change.set(ShardRow.EXPIRES, Value.of(until.toEpochMilli())),
            Change.add(ShardRow.TOKEN, 1));
    Item row = table.updateIf(key, changes, Condition.present()).orElseThrow();
    return ShardRow.session(row).map(SavedSession::durable).orElse(0L);
  }
}
