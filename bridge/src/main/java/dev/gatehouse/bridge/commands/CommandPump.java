package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands from their queue and leaves them with the shards they are for. A command is
 * deleted once every shard has sent it. One that cannot be taken now, or is for a shard of another
 * process, or is malformed, stays on the queue: it comes again, and ends in the dead-letter queue
 * if nobody ever takes it.
 */
public final class CommandPump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandPump.class);
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final int BATCH = 10;

  private final QueueReceiver queue;
  private final Supplier<Map<Shard, CommandSlot>> slots;
  private final BridgeMetrics metrics;
  private final Thread thread;
  private volatile boolean closing;

  private CommandPump(
      QueueReceiver queue, Supplier<Map<Shard, CommandSlot>> slots, BridgeMetrics metrics) {
    this.queue = queue;
    this.slots = slots;
    this.metrics = metrics;
    this.thread = Thread.ofVirtual().name("commands").unstarted(this::run);
  }

  /**
   * Starts taking commands.
   *
   * @param slots of the shards that this process runs at the moment
   */
  public static CommandPump start(
      QueueReceiver queue, Supplier<Map<Shard, CommandSlot>> slots, BridgeMetrics metrics) {
    CommandPump pump = new CommandPump(queue, slots, metrics);
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
        queue.receive(BATCH, LONG_POLL).forEach(this::handle);
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  /** What breaks off since we close is no news. */
  private void failed(RuntimeException how) {
    if (closing) {
      return;
    }
    if (how instanceof QueueUnavailableException) {
      LOG.atWarn()
          .addKeyValue("reason", how.getMessage())
          .log("COMMANDS_QUEUE_URL does not answer");
    } else {
      LOG.atError().setCause(how).log("a defect kept commands from being taken");
    }
    pause();
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
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
          .addKeyValue("reason", e.getMessage())
          .log("command refused");
    }
  }

  private void hand(GatewayCommand command, ReceivedMessage message) {
    String id = command.commandId();
    byte[] payload = CommandJson.write(command);
    List<CommandSlot> targets = CommandTargets.of(command, slots.get());
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
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("a sent command was not deleted");
    }
  }
}
