package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands from their queue and leaves them with the shards they are for. What is for a shard
 * of another process goes into the mailbox. A command is deleted once every shard of this process
 * has sent it. One that cannot be taken now, or is malformed, stays on the queue: it comes again,
 * and ends in the dead-letter queue if nobody ever takes it.
 */
final class CommandPump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandPump.class);
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration UNTIL_A_SHARD_RUNS = Duration.ofMillis(200);
  private static final int BATCH = 10;

  private final QueueReceiver queue;
  private final Optional<Deliveries> others;
  private final Supplier<Map<Shard, CommandSlot>> slots;
  private final BridgeMetrics metrics;
  private final Thread thread;
  private volatile boolean closing;

  private CommandPump(
      QueueReceiver queue,
      Optional<Deliveries> others,
      Supplier<Map<Shard, CommandSlot>> slots,
      BridgeMetrics metrics) {
    this.queue = queue;
    this.others = others;
    this.slots = slots;
    this.metrics = metrics;
    this.thread = Thread.ofVirtual().name("commands").unstarted(this::run);
  }

  /**
   * Starts taking commands.
   *
   * @param others what they left for this process, and where to leave what is for them
   * @param slots of the shards that this process runs at the moment
   */
  static CommandPump start(
      QueueReceiver queue,
      Optional<Deliveries> others,
      Supplier<Map<Shard, CommandSlot>> slots,
      BridgeMetrics metrics) {
    CommandPump pump = new CommandPump(queue, others, slots, metrics);
    pump.thread.start();
    return pump;
  }

  /** A call to the queue that is under way is broken off. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
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
    if (slots.get().isEmpty()) {
      pause(UNTIL_A_SHARD_RUNS);
      return;
    }
    List<ReceivedMessage> messages = queue.receive(BATCH, LONG_POLL);
    if (!messages.isEmpty()) {
      others.ifPresent(Deliveries::collect);
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
      switch (MessageCodec.decode(message.body())) {
        case GatewayCommand command -> hand(command, message);
        default -> throw new InvalidFieldException("kind", "is no command to the gateway");
      }
    } catch (InvalidFieldException e) {
      LOG.atWarn()
          .addKeyValue("message", message.messageId())
          .addKeyValue("field", e.field())
          .log("command refused");
    }
  }

  private void hand(GatewayCommand command, ReceivedMessage message) {
    byte[] payload = CommandJson.write(command);
    CommandRoute route = CommandRoute.of(command, slots.get());
    try {
      boolean handedOn = handOn(command, route.elsewhere(), message);
      if (!route.here().isEmpty()) {
        leaveHere(command.commandId(), payload, route.here(), message);
      } else if (handedOn) {
        delete(message);
      }
    } catch (TableUnavailableException e) {
      LOG.atWarn().addKeyValue("reason", e.summary()).log("command not handed on now");
    }
  }

  /** Whether there was somebody to hand it on to. */
  private boolean handOn(GatewayCommand command, List<Shard> shards, ReceivedMessage message) {
    others.ifPresent(deliveries ->
        shards.forEach(shard -> deliveries.handOn(shard, command.commandId(), message.body())));
    return others.isPresent() && !shards.isEmpty();
  }

  private void leaveHere(
      String id, byte[] payload, List<CommandSlot> targets, ReceivedMessage message) {
    AtomicInteger open = new AtomicInteger(targets.size());
    for (CommandSlot target : targets) {
      if (!target.offer(new CommandSlot.Waiting(id, payload, () -> sent(message, open)))) {
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
