package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Tells the other processes of a bot that this one lives, and which shards it may run: only those
 * of the same range share them. Not safe for use by several threads.
 */
final class Membership {
  /** How many shards the bot has in all. */
  static final String SHARDS = "shards";

  /** The first index that the process may run. */
  static final String FIRST = "first";

  /** The last index that the process may run. */
  static final String LAST = "last";

  private final Table table;
  private final StateKeys keys;
  private final String id;
  private final Duration length;
  private final Clock clock;
  private long beat;

  Membership(Table table, StateKeys keys, String id, Duration length, Clock clock) {
    this.table = table;
    this.keys = keys;
    this.id = id;
    this.length = length;
    this.clock = clock;
  }

  void renew(ShardRange range) {
    long expires = clock.millis() + length.toMillis();
    table.put(
        new Item(
            keys.member(id),
            Map.of(
                ShardRow.EXPIRES,
                Value.of(expires),
                ShardRow.BEAT,
                Value.of(++beat),
                SHARDS,
                Value.of(range.count()),
                FIRST,
                Value.of(range.first()),
                LAST,
                Value.of(range.last()),
                Item.TTL,
                Value.of(expires / 1000 + Duration.ofDays(1).toSeconds()))));
  }

  void end() {
    table.delete(keys.member(id));
  }
}
