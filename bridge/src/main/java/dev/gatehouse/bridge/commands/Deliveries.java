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
 * Leaves the letters of a mailbox with the shards of this process. A letter is discarded once its
 * shard has sent it; one that a shard lost on the way is left with it again. Safe for use by
 * several threads.
 */
final class Deliveries {
  /** How long a shard may hold a letter that it neither sent nor still has waiting. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final Mailbox mailbox;
  private final Supplier<Map<Shard, CommandSlot>> slots;
  private final BridgeMetrics metrics;
  private final LongSupplier nanos;
  private final Map<Letter, Handed> handed = new HashMap<>();

  /** A letter that a shard has. */
  private static final class Handed {
    private final CommandSlot slot;
    private final long since;
    private volatile boolean sent;

    Handed(CommandSlot slot, long since) {
      this.slot = slot;
      this.since = since;
    }
  }

  /**
   * @param slots of the shards that this process runs at the moment
   * @param nanos a monotonic clock
   */
  Deliveries(
      Mailbox mailbox,
      Supplier<Map<Shard, CommandSlot>> slots,
      BridgeMetrics metrics,
      LongSupplier nanos) {
    this.mailbox = mailbox;
    this.slots = slots;
    this.metrics = metrics;
    this.nanos = nanos;
  }

  /** Leaves a command for a shard of another process. */
  void handOn(Shard shard, String commandId, String body) {
    mailbox.leave(shard, commandId, body);
    metrics.handedOn.increment();
  }

  /** Looks into the mailbox once. A table that does not answer is asked again the next time. */
  synchronized void collect() {
    try {
      discardSent();
      List<Letter> letters = mailbox.letters();
      handed.keySet().retainAll(Set.copyOf(letters));
      deliver(letters, slots.get());
    } catch (TableUnavailableException e) {
      unavailable(e);
    }
  }

  /** Behind a letter that its shard has no room for, no other one may pass. */
  private void deliver(List<Letter> letters, Map<Shard, CommandSlot> here) {
    Set<Shard> full = new HashSet<>();
    for (Letter letter : letters) {
      CommandSlot slot = here.get(letter.shard());
      if (slot != null && !full.contains(letter.shard()) && !deliver(letter, slot)) {
        full.add(letter.shard());
      }
    }
  }

  private boolean deliver(Letter letter, CommandSlot slot) {
    Handed before = handed.get(letter);
    if (before != null && isWellKept(before, slot)) {
      return true;
    }
    try {
      Handed now = new Handed(slot, nanos.getAsLong());
      boolean taken = slot.offer(waiting(letter, now));
      if (taken) {
        handed.put(letter, now);
      }
      return taken;
    } catch (InvalidFieldException e) {
      LOG.atWarn().addKeyValue("letter", letter).log("a letter that cannot be read is discarded");
      mailbox.discard(letter);
      return true;
    }
  }

  private boolean isWellKept(Handed before, CommandSlot slot) {
    boolean recent = nanos.getAsLong() - before.since < PATIENCE.toNanos();
    return before.sent || before.slot.equals(slot) && recent;
  }

  private CommandSlot.Waiting waiting(Letter letter, Handed now) {
    return new CommandSlot.Waiting(letter.commandId(), payload(letter), () -> sent(now));
  }

  /** Whoever left it has checked it, though maybe not by our rules. */
  private static byte[] payload(Letter letter) {
    return switch (MessageCodec.decode(letter.body())) {
      case GatewayCommand command -> CommandJson.write(command);
      default -> throw new InvalidFieldException("kind", "is no command to the gateway");
    };
  }

  /** Called by a shard's thread, which must not wait for the table. */
  private void sent(Handed letter) {
    letter.sent = true;
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
    for (Letter letter : List.copyOf(handed.keySet())) {
      Handed last = handed.get(letter);
      if (last != null && last.sent) {
        mailbox.discard(letter);
        handed.remove(letter);
      }
    }
  }

  private static void unavailable(TableUnavailableException e) {
    LOG.atWarn().addKeyValue("reason", e.summary()).log("commands of others not taken now");
  }
}
