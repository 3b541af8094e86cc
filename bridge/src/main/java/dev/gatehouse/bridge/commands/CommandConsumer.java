package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands from their queue and leaves them with the shards they are for. What is for a shard
 * of another process is relayed to it by way of the state table. A command is deleted once every
 * shard of this process has sent it. One that cannot be taken now, or is malformed, stays on the
 * queue: it comes again, and ends in the dead-letter queue if nobody ever takes it.
 */
public final class CommandConsumer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandConsumer.class);
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration UNTIL_A_SHARD_RUNS = Duration.ofMillis(200);
  private static final int BATCH = 10;

  private final QueueReceiver queue;
  private final Optional<RelayDispatcher> relay;
  private final Supplier<Map<Shard, ShardCommandQueue>> queues;
  private final BridgeMetrics metrics;
  private final Thread thread;
  private volatile boolean closing;

  private CommandConsumer(
      QueueReceiver queue,
      Optional<RelayDispatcher> relay,
      Supplier<Map<Shard, ShardCommandQueue>> queues,
      BridgeMetrics metrics) {
    this.queue = queue;
    this.relay = relay;
    this.queues = queues;
    this.metrics = metrics;
    this.thread = Thread.ofVirtual().name("commands").unstarted(this::run);
  }

  /**
   * Starts taking commands.
   *
   * @param table shared with the other processes of the bot, if there may be some
   * @param queues of the shards that this process runs at the moment
   * @param nanos a monotonic clock
   */
  public static CommandConsumer start(
      QueueReceiver queue,
      Optional<CommandRelayTable> table,
      Supplier<Map<Shard, ShardCommandQueue>> queues,
      BridgeMetrics metrics,
      LongSupplier nanos) {
    Optional<RelayDispatcher> relay =
        table.map(shared -> new RelayDispatcher(shared, queues, metrics, nanos));
    CommandConsumer consumer = new CommandConsumer(queue, relay, queues, metrics);
    relay.ifPresent(RelayDispatcher::start);
    consumer.thread.start();
    return consumer;
  }

  /** Calls that are under way are broken off. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    relay.ifPresent(RelayDispatcher::close);
  }

  private void run() {
    while (!closing) {
      try {
        takeSome();
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  /** A process without shards leaves commands to those that have some. */
  private void takeSome() {
    if (queues.get().isEmpty()) {
      pause(UNTIL_A_SHARD_RUNS);
      return;
    }
    List<ReceivedMessage> messages = queue.receive(BATCH, LONG_POLL);
    if (!messages.isEmpty()) {
      relay.ifPresent(RelayDispatcher::collect);
      messages.forEach(this::handle);
    }
  }

  /** What breaks off since we close is no news. */
  private void failed(RuntimeException how) {
    if (closing) {
      return;
    }
    if (how instanceof QueueUnavailableException unavailable) {
      LOG.atWarn()
          .addKeyValue("reason", unavailable.summary())
          .log("COMMANDS_QUEUE_URL does not answer");
    } else {
      LOG.atError().setCause(how).log("a defect kept commands from being taken");
    }
    pause(AFTER_FAILURE);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(ReceivedMessage message) {
    try {
      leave(CommandPayload.read(message.body()), message);
    } catch (InvalidFieldException e) {
      LOG.atWarn()
          .addKeyValue("message", message.messageId())
          .addKeyValue("field", e.field())
          .log("command refused");
    }
  }

  private void leave(GatewayCommand command, ReceivedMessage message) {
    byte[] payload = CommandPayload.write(command);
    CommandRoute route = CommandRoute.of(command, queues.get());
    try {
      boolean relayed = relay(command, route.elsewhere(), message);
      if (!route.here().isEmpty()) {
        leaveHere(command.commandId(), payload, route.here(), message);
      } else if (relayed) {
        delete(message);
      }
    } catch (TableUnavailableException e) {
      LOG.atWarn().addKeyValue("reason", e.summary()).log("command not relayed now");
    }
  }

  /** Leaves it for shards of other processes; whether there is one. */
  private boolean relay(GatewayCommand command, List<Shard> shards, ReceivedMessage message) {
    relay.ifPresent(dispatcher ->
        shards.forEach(shard -> dispatcher.relay(shard, command.commandId(), message.body())));
    return relay.isPresent() && !shards.isEmpty();
  }

  private void leaveHere(
      String id, byte[] payload, List<ShardCommandQueue> targets, ReceivedMessage message) {
    AtomicInteger open = new AtomicInteger(targets.size());
    for (ShardCommandQueue target : targets) {
      if (!target.offer(new ShardCommandQueue.Waiting(id, payload, () -> sent(message, open)))) {
        LOG.atInfo().addKeyValue("command", id).log("command not taken now");
      }
    }
  }

  /** Called by a shard's thread, which must not wait for the queue. */
  private void sent(ReceivedMessage message, AtomicInteger open) {
    metrics.commands.increment();
    if (open.decrementAndGet() == 0) {
      Thread.ofVirtual().start(() -> delete(message));
    }
  }

  private void delete(ReceivedMessage message) {
    try {
      queue.delete(message);
    } catch (QueueUnavailableException e) {
      LOG.atWarn().addKeyValue("reason", e.summary()).log("a sent command was not deleted");
    }
  }
}
