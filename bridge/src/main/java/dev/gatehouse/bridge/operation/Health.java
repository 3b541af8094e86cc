package dev.gatehouse.bridge.operation;

import dev.gatehouse.bridge.shard.ShardStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the bridge does.
 *
 * @param shards that this process runs
 * @param standby whether it waits for shards that other processes run at present
 * @param spooledEvents waiting for the queue, those in flight included
 * @param spooledBytes of them
 * @param problems what a person should know; empty when all is well
 */
public record Health(
    List<ShardHealth> shards,
    boolean standby,
    int spooledEvents,
    long spooledBytes,
    List<String> problems) {
  /**
   * How one shard does.
   *
   * @param lag events that came but are not known to be on the queue
   */
  public record ShardHealth(ShardStatus status, long lag) {
    /** What a person should know of it, if there is anything. */
    public Stream<String> problem() {
      return status.detail().isEmpty()
          ? Stream.empty()
          : Stream.of("shard " + status.shard() + ": " + status.detail());
    }
  }

  public Health {
    shards = List.copyOf(shards);
    problems = List.copyOf(problems);
  }

  /** Whether the process is of use: events flow, or it stands by. */
  public boolean healthy() {
    return ready() || standby;
  }

  /** Whether events flow on every shard of this process. */
  public boolean ready() {
    return !shards.isEmpty() && shards.stream().allMatch(s -> s.status().live());
  }
}
