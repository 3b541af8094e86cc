package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Shard;
import java.util.List;
import java.util.function.Predicate;

/**
 * The number of shards that a bot's processes agree on. Processes that were started with another
 * number run theirs beside the present ones until events flow on all of them, and only then change
 * the plan; the processes of the old number see it and end. Events that both brought differ in
 * their session, so consumers tell them apart by message id.
 */
final class ShardCountPlan {
  private static final String COUNT = "count";

  private final Table table;
  private final StateKeys keys;
  private final int count;
  private boolean wasCurrent;

  /** How this process relates to the plan. */
  enum Status {
    /** The plan is what this process was started with. */
    CURRENT,
    /** This process brings up the shards of the next plan. */
    NEXT,
    /** Another number of shards has taken over. */
    SUPERSEDED
  }

  ShardCountPlan(Table table, StateKeys keys, int count) {
    this.table = table;
    this.keys = keys;
    this.count = count;
  }

  /** Reads the plan; the first process makes it. */
  Status status() {
    long present = table.get(keys.plan()).map(row -> row.number(COUNT, 0)).orElseGet(this::begin);
    if (present == count) {
      wasCurrent = true;
      return Status.CURRENT;
    }
    return wasCurrent ? Status.SUPERSEDED : Status.NEXT;
  }

  /**
   * Makes the plan this process's own once events flow on every shard of it.
   *
   * @param lives whether the owner that a shard's row tells of still lives: one that died left the
   *     row as it was
   */
  void advance(ClusterSnapshot snapshot, Predicate<Item> lives) {
    for (int index = 0; index < count; index++) {
      Item row = snapshot.row(keys, new Shard(index, count));
      if (!ShardLeases.isLive(row) || !lives.test(row)) {
        return;
      }
    }
    table.updateIf(keys.plan(), becomeOurs(), Condition.present());
  }

  private long begin() {
    table.updateIf(keys.plan(), becomeOurs(), Condition.absent());
    return table.get(keys.plan()).map(row -> row.number(COUNT, 0)).orElse((long) count);
  }

  private List<Change> becomeOurs() {
    return List.of(Change.set(COUNT, Value.of(count)));
  }
}
