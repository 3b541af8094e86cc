package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Tells the other processes of a bot that this one lives, by a lease on a row of its own, and which
 * shards it may run: only those of the same range share them. Not safe for use by several threads.
 */
final class ProcessMembership {
  /** How many shards the bot has in all. */
  static final String SHARDS = "shards";

  /** The first index that the process may run. */
  static final String FIRST = "first";

  /** The last index that the process may run. */
  static final String LAST = "last";

  /** How long the row of a process that died stays. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Table table;
  private final LeaseTable leases;
  private final StateKeys keys;
  private final String process;
  private final Duration length;
  private final Clock clock;

  ProcessMembership(Table table, StateKeys keys, String process, Duration length, Clock clock) {
    this.table = table;
    this.leases = new LeaseTable(table, clock);
    this.keys = keys;
    this.process = process;
    this.length = length;
    this.clock = clock;
  }

  /** Whether a process's row is about that number of shards. */
  static boolean isOf(Item row, int count) {
    return row.number(SHARDS, 0) == count;
  }

  /**
   * The shards that a process may run, as its row tells. One that tells of no range, or of none
   * that can be, may be about any of the bot's shards.
   */
  static ShardRange range(Item row, int count) {
    long first = row.number(FIRST, 0);
    long last = row.number(LAST, count - 1L);
    return first < 0 || last < first || count <= last
        ? new ShardRange(0, count - 1, count)
        : new ShardRange((int) first, (int) last, count);
  }

  /** Claims the row again, which nobody else does, also when it was deleted meanwhile. */
  void renew(ShardRange range) {
    long ttl = clock.instant().plus(length).plus(KEPT).getEpochSecond();
    leases.claim(
        keys.member(process),
        process,
        length,
        List.of(
            Change.set(SHARDS, Value.of(range.count())),
            Change.set(FIRST, Value.of(range.first())),
            Change.set(LAST, Value.of(range.last())),
            Change.set(Item.TTL, Value.of(ttl))));
  }

  void end() {
    table.delete(keys.member(process));
  }
}
