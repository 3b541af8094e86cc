package dev.gatehouse.bridge.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final Shard OURS = new Shard(0, 2);
  private static final Shard THEIRS = new Shard(1, 2);

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private final Mailbox mailbox = new Mailbox(table, new StateKeys("bot"), clock);
  private final CommandSlot slot = new CommandSlot();
  private final Map<Shard, CommandSlot> slots = new HashMap<>(Map.of(OURS, slot));
  private final BridgeMetrics metrics = new BridgeMetrics();
  private long nanos;
  private final Deliveries deliveries = new Deliveries(mailbox, () -> slots, metrics, () -> nanos);
  private Instant sending = NOW;

  private void leave(Shard shard, String id) {
    GatewayCommand command =
        new GatewayCommand.UpdatePresence(1, new Platform("discord"), id, "online", null);
    deliveries.handOn(shard, id, MessageCodec.encode(command));
  }

  private CommandSlot.Waiting next() {
    sending = sending.plus(WINDOW);
    return slot.poll(sending);
  }

  private List<String> waiting() {
    List<String> ids = new ArrayList<>();
    for (CommandSlot.Waiting next = next(); next != null; next = next()) {
      ids.add(next.id());
    }
    return ids;
  }

  private List<String> letters() {
    return mailbox.letters().stream().map(Letter::commandId).toList();
  }

  @Test
  void leavesLettersWithTheirShardInTheOrderInWhichTheyCame() {
    leave(OURS, "z");
    leave(THEIRS, "other");
    leave(OURS, "a");
    deliveries.collect();

    assertEquals(List.of("z", "a"), waiting());
    assertEquals(List.of("z", "other", "a"), letters());
    assertEquals(3, metrics.handedOn.value());
  }

  @Test
  void discardsALetterOnceItWasSent() {
    leave(OURS, "a");
    deliveries.collect();
    next().onSent().run();

    Await.until("it is discarded", () -> letters().isEmpty());
    deliveries.collect();
    assertEquals(List.of(), waiting());
    assertEquals(1, metrics.commands.value());
  }

  @Test
  void sendsNoLetterTwiceWhileTheTableCannotDiscardIt() {
    leave(OURS, "a");
    deliveries.collect();
    table.unavailable(true);
    next().onSent().run();
    deliveries.collect();
    table.unavailable(false);
    nanos += Deliveries.PATIENCE.toNanos();
    deliveries.collect();

    assertEquals(List.of(), waiting());
    Await.until("it is discarded", () -> letters().isEmpty());
  }

  @Test
  void leavesALetterAgainThatAShardLostOnTheWay() {
    leave(OURS, "a");
    deliveries.collect();
    assertEquals(List.of("a"), waiting());
    deliveries.collect();
    assertEquals(List.of(), waiting());

    nanos += Deliveries.PATIENCE.toNanos();
    deliveries.collect();
    assertEquals(List.of("a"), waiting());
  }

  @Test
  void leavesALetterWithTheShardsNextRun() {
    leave(OURS, "a");
    deliveries.collect();
    CommandSlot next = new CommandSlot();
    slots.put(OURS, next);
    deliveries.collect();

    assertEquals("a", next.poll(NOW).id());
  }

  @Test
  void keepsTheOrderWhenAShardHasNoRoom() {
    for (int i = 0; i < 70; i++) {
      leave(OURS, "c" + i);
    }
    deliveries.collect();
    List<String> first = waiting();
    nanos += Deliveries.PATIENCE.toNanos() / 2;
    deliveries.collect();

    assertEquals("c63", first.getLast());
    assertEquals(List.of("c64", "c65", "c66", "c67", "c68", "c69"), waiting());
  }

  @Test
  void leavesACommandOnceHoweverOftenItIsHandedOn() {
    leave(OURS, "a");
    leave(OURS, "b");
    leave(OURS, "a");

    assertEquals(List.of("a", "b"), letters());
  }

  @Test
  void discardsWhatItCannotReadAndTakesTheNext() {
    deliveries.handOn(OURS, "bad", "{\"v\":1}");
    leave(OURS, "good");
    deliveries.collect();

    assertEquals(List.of("good"), waiting());
    assertEquals(List.of("good"), letters());
  }

  @Test
  void forgetsWhatIsTooOld() {
    leave(OURS, "a");
    clock.advance(Mailbox.KEPT);
    deliveries.collect();

    assertNull(next());
  }

  @Test
  void keepsWhatACommandSaysOutOfLogs() {
    Letter letter = new Letter(OURS, "a", 1, "private words");

    assertTrue(!letter.toString().contains("private") && letter.toString().contains("a"));
  }
}
