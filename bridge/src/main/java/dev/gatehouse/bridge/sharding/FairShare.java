package dev.gatehouse.bridge.sharding;

import java.util.List;

/**
 * How many of a bot's shards one of its processes runs.
 *
 * @param most that it runs at a time
 * @param even whether the processes of its range divide it evenly
 */
record FairShare(int most, boolean even) {
  /**
   * An even part of the range, rounded up, for each process of the same range. Processes of a range
   * beside it take nothing of it. Where another range overlaps, no number of shards per process is
   * sure to leave none unserved, so whoever comes first runs all that it may.
   *
   * @param own the range of the process that asks
   * @param members the range of each process that lives, its own among them
   */
  static FairShare of(ShardRange own, List<ShardRange> members) {
    if (members.stream().anyMatch(other -> !other.equals(own) && other.overlaps(own))) {
      return new FairShare(own.size(), false);
    }
    long same = members.stream().filter(own::equals).count();
    return new FairShare(Math.ceilDiv(own.size(), (int) Math.max(1, same)), true);
  }
}
