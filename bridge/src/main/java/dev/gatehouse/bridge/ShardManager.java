package dev.gatehouse.bridge;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.cursor.CursorWriter;
import dev.gatehouse.bridge.operation.Health;
import dev.gatehouse.bridge.sharding.ShardHost;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shards that this process runs. Safe for use by several threads. */
final class ShardManager implements ShardHost {
  private static final Duration THREAD_END = Duration.ofSeconds(3);
  private static final Duration SETTLE_STEP = Duration.ofMillis(5);

  private final Function<Shard, RunningShard> starter;
  private final CursorWriter cursors;
  private final Duration stopDeadline;
  private final LongSupplier nanos;
  private volatile boolean ended;
  private final Map<Shard, RunningShard> running = new ConcurrentHashMap<>();

  /**
   * @param starter starts a shard, from what its last owner left
   */
  ShardManager(
      Function<Shard, RunningShard> starter,
      CursorWriter cursors,
      Duration stopDeadline,
      LongSupplier nanos) {
    this.starter = starter;
    this.cursors = cursors;
    this.stopDeadline = stopDeadline;
    this.nanos = nanos;
  }

  @Override
  public void start(Shard shard) {
    if (!ended) {
      RunningShard run = running.computeIfAbsent(shard, starter);
      if (ended) {
        run.stop();
      }
    }
  }

  @Override
  public void stop(Shard shard) {
    stop(shard, nanos.getAsLong() + stopDeadline.toNanos());
  }

  private void stop(Shard shard, long deadlineNanos) {
    RunningShard ending = running.get(shard);
    if (ending != null) {
      ending.stop();
      await(ending, deadlineNanos);
      cursors.release(shard);
      running.remove(shard);
    }
  }

  @Override
  public Set<Shard> running() {
    return Set.copyOf(running.keySet());
  }

  @Override
  public boolean isLive(Shard shard) {
    RunningShard run = running.get(shard);
    return run != null && run.health().status().live();
  }

  @Override
  public void abandon(Shard shard) {
    running.computeIfPresent(shard, this::abandoned);
  }

  private @Nullable RunningShard abandoned(Shard shard, RunningShard lost) {
    lost.stop();
    cursors.forget(shard);
    return null;
  }

  /** Stops all shards, side by side, and starts none any more. */
  void stopAll(StopDeadlines deadlines, BoundedSteps steps) {
    ended = true;
    running.values().forEach(RunningShard::stop);
    steps.runAll(
        "stop",
        deadlines.written(),
        running.keySet().stream().<Runnable>map(s -> () -> stop(s, deadlines.drained())).toList());
  }

  /** Where commands to each shard are left. */
  Map<Shard, ShardCommandQueue> commands() {
    return running.values().stream()
        .collect(Collectors.toUnmodifiableMap(RunningShard::shard, RunningShard::commands));
  }

  List<Health.ShardHealth> health() {
    return running.values().stream().map(RunningShard::health).toList();
  }

  long lag() {
    return running.values().stream().mapToLong(shard -> shard.cursor().lag()).sum();
  }

  private void await(RunningShard ending, long deadlineNanos) {
    try {
      Duration left = Duration.ofNanos(Math.max(0, deadlineNanos - nanos.getAsLong()));
      ending.await(left.compareTo(THREAD_END) < 0 ? left : THREAD_END);
      while (!ending.cursor().isSettled() && nanos.getAsLong() < deadlineNanos) {
        TimeUnit.NANOSECONDS.sleep(SETTLE_STEP.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
