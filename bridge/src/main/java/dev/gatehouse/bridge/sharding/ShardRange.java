package dev.gatehouse.bridge.sharding;

import dev.gatehouse.contracts.Shard;
import java.util.List;

/**
 * The shards that a process may run, from the first to the last index.
 *
 * @param count of the bot's shards in all
 */
record ShardRange(int first, int last, int count) {
  ShardRange {
    if (first < 0 || last < first || count <= last) {
      throw new IllegalArgumentException(first + " to " + last + " of " + count + " is no range");
    }
  }

  /** The range of neighbouring shards in ascending order, at least one. */
  static ShardRange of(List<Shard> shards) {
    Shard first = shards.getFirst();
    return new ShardRange(first.index(), shards.getLast().index(), first.count());
  }

  int size() {
    return last - first + 1;
  }

  boolean overlaps(ShardRange other) {
    return count == other.count && first <= other.last && other.first <= last;
  }
}
