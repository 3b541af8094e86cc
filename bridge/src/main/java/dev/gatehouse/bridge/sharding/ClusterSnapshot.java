package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Shard;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the state table says of a bot's processes and shards.
 *
 * @param members the range of each process that lives and runs some of the same number of shards
 * @param shards the rows of the shards that have one, by the shard's sort key
 */
record ClusterSnapshot(List<ShardRange> members, Map<String, Item> shards) {
  private static final int MOST_ROWS = 10_000;

  /**
   * Reads the table.
   *
   * @param lives whether the process that a member's row tells of still lives
   */
  static ClusterSnapshot of(Table table, StateKeys keys, int count, Predicate<Item> lives) {
    return new ClusterSnapshot(members(table, keys, count, lives), shards(table, keys));
  }

  /** The shard's row, or one without attributes. */
  Item row(StateKeys keys, Shard shard) {
    return shards.getOrDefault(keys.shard(shard).sort(), new Item(keys.shard(shard), Map.of()));
  }

  private static List<ShardRange> members(
      Table table, StateKeys keys, int count, Predicate<Item> lives) {
    return table.query(new Query(keys.partition(), StateKeys.MEMBERS, false, MOST_ROWS)).stream()
        .filter(lives)
        .filter(row -> ProcessMembership.isOf(row, count))
        .map(row -> ProcessMembership.range(row, count))
        .toList();
  }

  private static Map<String, Item> shards(Table table, StateKeys keys) {
    return table.query(new Query(keys.partition(), StateKeys.SHARDS, false, MOST_ROWS)).stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.key().sort(), Function.identity()));
  }
}
