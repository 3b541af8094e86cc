package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays commands between the processes of a bot by way of the state table: {@link #relay} puts one
 * there for a shard that another process runs, {@link #collect} queues with this process's shards
 * what others put there for them. A command's row is deleted once its shard has sent it; one that a
 * shard neither sent nor still holds after a while is queued with it again. The table is read often
 * while other processes run shards, else seldom, since each reading costs. Safe for use by several
 * threads.
 */
final class RelayDispatcher implements AutoCloseable {
  /** How long a shard may hold a command that it neither sent nor still has waiting. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(RelayDispatcher.class);

  private final CommandRelayTable table;
  private final Supplier<Map<Shard, ShardCommandQueue>> queues;
  private final BridgeMetrics metrics;
  private final LongSupplier nanos;
  private final Thread thread;
  private final Map<RelayedCommand, InShard> inShard = new HashMap<>();
  private volatile boolean closing;

  /** A command that is queued with a shard, or was sent by it. */
  private static final class InShard {
    private final ShardCommandQueue queue;
    private final long since;
    private volatile boolean sent;

    InShard(ShardCommandQueue queue, long since) {
      this.queue = queue;
      this.since = since;
    }
  }

  /**
   * @param queues of the shards that this process runs at the moment
   * @param nanos a monotonic clock
   */
  RelayDispatcher(
      CommandRelayTable table,
      Supplier<Map<Shard, ShardCommandQueue>> queues,
      BridgeMetrics metrics,
      LongSupplier nanos) {
    this.table = table;
    this.queues = queues;
    this.metrics = metrics;
    this.nanos = nanos;
    this.thread = Thread.ofVirtual().name("relay").unstarted(this::run);
  }

  /** Starts looking at the table from time to time. */
  void start() {
    thread.start();
  }

  /** A look that is under way is broken off. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }

  private void run() {
    try {
      while (!closing) {
        Map<Shard, ShardCommandQueue> here = queues.get();
        if (!here.isEmpty()) {
          collectSafely();
        }
        Thread.sleep(runsAll(here) ? SELDOM : OFTEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void collectSafely() {
    try {
      collect();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("a defect kept commands of others from being taken");
    }
  }

  private static boolean runsAll(Map<Shard, ShardCommandQueue> here) {
    return here.keySet().stream().anyMatch(shard -> shard.count() == here.size());
  }

  /** Leaves a command for a shard of another process. */
  void relay(Shard shard, String commandId, String body) {
    table.leave(shard, commandId, body);
    metrics.relayed.increment();
  }

  /** Looks at the table once. A table that does not answer is asked again the next time. */
  synchronized void collect() {
    try {
      discardSent();
      List<RelayedCommand> waiting = table.commands();
      inShard.keySet().retainAll(Set.copyOf(waiting));
      deliver(waiting, queues.get());
    } catch (TableUnavailableException e) {
      unavailable(e);
    }
  }

  /** Behind a command that its shard has no room for, no other one may pass. */
  private void deliver(List<RelayedCommand> waiting, Map<Shard, ShardCommandQueue> here) {
    Set<Shard> full = new HashSet<>();
    for (RelayedCommand command : waiting) {
      ShardCommandQueue queue = here.get(command.shard());
      if (queue != null && !full.contains(command.shard()) && !deliver(command, queue)) {
        full.add(command.shard());
      }
    }
  }

  private boolean deliver(RelayedCommand command, ShardCommandQueue queue) {
    InShard before = inShard.get(command);
    if (before != null && isWellKept(before, queue)) {
      return true;
    }
    try {
      InShard now = new InShard(queue, nanos.getAsLong());
      boolean taken = queue.offer(entry(command, now));
      if (taken) {
        inShard.put(command, now);
      }
      return taken;
    } catch (InvalidFieldException e) {
      LOG.atWarn()
          .addKeyValue("command", command)
          .log("a relayed command that cannot be read is discarded");
      table.discard(command);
      return true;
    }
  }

  private boolean isWellKept(InShard before, ShardCommandQueue queue) {
    boolean recent = nanos.getAsLong() - before.since < PATIENCE.toNanos();
    return before.sent || (before.queue.equals(queue) && recent);
  }

  /** What another process left was checked there, though maybe by another release. */
  private ShardCommandQueue.Waiting entry(RelayedCommand command, InShard now) {
    byte[] payload = CommandPayload.write(CommandPayload.read(command.body()));
    return new ShardCommandQueue.Waiting(command.commandId(), payload, () -> sent(now));
  }

  /** Called by a shard's thread, which must not wait for the table. */
  private void sent(InShard command) {
    command.sent = true;
    metrics.commands.increment();
    Thread.ofVirtual().name("discard").start(this::tryToDiscard);
  }

  private synchronized void tryToDiscard() {
    try {
      discardSent();
    } catch (TableUnavailableException e) {
      unavailable(e);
    }
  }

  private void discardSent() {
    for (RelayedCommand command : List.copyOf(inShard.keySet())) {
      InShard last = inShard.get(command);
      if (last != null && last.sent) {
        table.discard(command);
        inShard.remove(command);
      }
    }
  }

  private static void unavailable(TableUnavailableException e) {
    LOG.atWarn().addKeyValue("reason", e.summary()).log("commands of others not taken now");
  }
}
