package dev.gatehouse.bridge.sharding;

/** How many of a bot's shards one of its processes runs. */
final class FairShare {
  private FairShare() {}

  /** The most that one process runs: an even part, rounded up. */
  static int most(int shards, int members) {
    return Math.ceilDiv(shards, Math.max(1, members));
  }
}
