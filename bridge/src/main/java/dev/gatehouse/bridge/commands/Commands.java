package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.contracts.Shard;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The ways by which commands come to the shards of this process: the queue, and the mailbox. */
public final class Commands implements AutoCloseable {
  private final CommandPump pump;
  private final Optional<MailRounds> rounds;

  private Commands(CommandPump pump, Optional<MailRounds> rounds) {
    this.pump = pump;
    this.rounds = rounds;
  }

  /**
   * Starts taking commands.
   *
   * @param mailbox shared with the other processes of the bot, if there may be some
   * @param slots of the shards that this process runs at the moment
   * @param nanos a monotonic clock
   */
  public static Commands start(
      QueueReceiver queue,
      Optional<Mailbox> mailbox,
      Supplier<Map<Shard, CommandSlot>> slots,
      BridgeMetrics metrics,
      LongSupplier nanos) {
    Optional<Deliveries> deliveries =
        mailbox.map(box -> new Deliveries(box, slots, metrics, nanos));
    return new Commands(
        CommandPump.start(queue, deliveries, slots, metrics),
        deliveries.map(letters -> MailRounds.start(letters, slots)));
  }

  /** Calls that are under way are broken off. */
  @Override
  public void close() {
    pump.close();
    rounds.ifPresent(MailRounds::close);
  }
}
