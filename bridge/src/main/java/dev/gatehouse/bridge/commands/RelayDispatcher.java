package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayCommand;
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
 * Takes the commands that other processes left for the shards of this one, and leaves those that it
 * took for theirs. A relayed command is deleted once its shard has sent it; one that a shard lost
 * on the way is left with it again. The table is looked at often while other processes run shards,
 * else seldom: each look costs a read. Safe for use by several threads.
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
  private final Map<RelayedCommand, Handed> handed = new HashMap<>();
  private volatile boolean closing;

  /** A command that a shard has. */
  private static final class Handed {
    private final ShardCommandQueue queue;
    private final long since;
    private volatile boolean sent;

    Handed(ShardCommandQueue queue, long since) {
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
  void handOn(Shard shard, String commandId, String body) {
    table.leave(shard, commandId, body);
    metrics.handedOn.increment();
  }

  /** Looks at the table once. A table that does not answer is asked again the next time. */
  synchronized void collect() {
    try {
      discardSent();
      List<RelayedCommand> waiting = table.commands();
      handed.keySet().retainAll(Set.copyOf(waiting));
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
    Handed before = handed.get(command);
    if (before != null && isWellKept(before, queue)) {
      return true;
    }
    try {
      Handed now = new Handed(queue, nanos.getAsLong());
      boolean taken = queue.offer(entry(command, now));
      if (taken) {
        handed.put(command, now);
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

  private boolean isWellKept(Handed before, ShardCommandQueue queue) {
    boolean recent = nanos.getAsLong() - before.since < PATIENCE.toNanos();
    return before.sent || before.queue.equals(queue) && recent;
  }

  private ShardCommandQueue.Waiting entry(RelayedCommand command, Handed now) {
    return new ShardCommandQueue.Waiting(command.commandId(), payload(command), () -> sent(now));
  }

  /** Whoever left it has checked it, though maybe not by our rules. */
  private static byte[] payload(RelayedCommand command) {
    return switch (MessageCodec.decode(command.body())) {
      case GatewayCommand toGateway -> CommandPayload.write(toGateway);
      default -> throw new InvalidFieldException("kind", "is no command to the gateway");
    };
  }

  /** Called by a shard's thread, which must not wait for the table. */
  private void sent(Handed command) {
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
    for (RelayedCommand command : List.copyOf(handed.keySet())) {
      Handed last = handed.get(command);
      if (last != null && last.sent) {
        table.discard(command);
        handed.remove(command);
      }
    }
  }

  private static void unavailable(TableUnavailableException e) {
    LOG.atWarn().addKeyValue("reason", e.summary()).log("commands of others not taken now");
  }
}
