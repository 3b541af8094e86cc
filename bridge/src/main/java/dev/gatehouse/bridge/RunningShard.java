package dev.gatehouse.bridge;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.cursor.ShardCursor;
import dev.gatehouse.bridge.operation.Health;
import dev.gatehouse.bridge.shard.ShardRunner;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;

/** A shard that this process runs, and the thread that does. */
record RunningShard(
    Shard shard,
    ShardRunner runner,
    ShardCursor cursor,
    ShardCommandQueue commands,
    Thread thread) {
  static RunningShard start(
      Shard shard, ShardRunner runner, ShardCursor cursor, ShardCommandQueue commands) {
    Thread thread = Thread.ofPlatform().name("shard-" + shard.index()).start(runner);
    return new RunningShard(shard, runner, cursor, commands, thread);
  }

  Health.ShardHealth health() {
    return new Health.ShardHealth(runner.status(), cursor.lag());
  }

  void stop() {
    runner.stop();
  }

  /** Waits for the thread's end; a thread that does not end in time is left behind. */
  void await(Duration most) throws InterruptedException {
    if (!thread.join(most)) {
      thread.interrupt();
    }
  }
}
