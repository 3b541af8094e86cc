package dev.gatehouse.bridge.operation;

import java.util.List;

/**
 * How the bridge does.
 *
 * @param shards that this process runs
 * @param spooledEvents waiting for the queue, those in flight included
 * @param spooledBytes of them
 * @param problems what a person should know; empty when all is well
 */
public record Health(
    List<ShardHealth> shards, int spooledEvents, long spooledBytes, List<String> problems) {
  public Health {
    shards = List.copyOf(shards);
    problems = List.copyOf(problems);
  }

  /** Whether events flow on every shard of this process. */
  public boolean ready() {
    return !shards.isEmpty() && shards.stream().allMatch(s -> s.status().live());
  }
}
