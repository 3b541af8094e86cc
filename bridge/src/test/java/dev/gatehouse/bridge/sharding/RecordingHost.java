package dev.gatehouse.bridge.sharding;

import dev.gatehouse.contracts.Shard;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Runs no shard, and keeps which ones it should. */
final class RecordingHost implements ShardHost {
  private final Set<Shard> running = ConcurrentHashMap.newKeySet();
  private boolean live = true;

  Set<Integer> indexes() {
    return running.stream().map(Shard::index).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<Shard> running() {
    return Set.copyOf(running);
  }

  void live(boolean now) {
    live = now;
  }

  @Override
  public void start(Shard shard) {
    running.add(shard);
  }

  @Override
  public void stop(Shard shard) {
    running.remove(shard);
  }

  @Override
  public void abandon(Shard shard) {
    running.remove(shard);
  }

  @Override
  public boolean isLive(Shard shard) {
    return live && running.contains(shard);
  }
}
