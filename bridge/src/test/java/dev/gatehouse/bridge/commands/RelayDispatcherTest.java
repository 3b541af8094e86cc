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

class RelayDispatcherTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final Shard OURS = new Shard(0, 2);
  private static final Shard THEIRS = new Shard(1, 2);

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private final CommandRelayTable relay = new CommandRelayTable(table, new StateKeys("bot"), clock);
  private final ShardCommandQueue queue = new ShardCommandQueue();
  private final Map<Shard, ShardCommandQueue> queues = new HashMap<>(Map.of(OURS, queue));
  private final BridgeMetrics metrics = new BridgeMetrics();
  private long nanos;
  private final RelayDispatcher dispatcher =
      new RelayDispatcher(relay, () -> queues, metrics, () -> nanos);
  private Instant sending = NOW;

  private void leave(Shard shard, String id) {
    GatewayCommand command =
        new GatewayCommand.UpdatePresence(1, new Platform("discord"), id, "online", null);
    dispatcher.handOn(shard, id, MessageCodec.encode(command));
  }

  private ShardCommandQueue.Waiting next() {
    sending = sending.plus(WINDOW);
    return queue.poll(sending);
  }

  private List<String> waiting() {
    List<String> ids = new ArrayList<>();
    for (ShardCommandQueue.Waiting next = next(); next != null; next = next()) {
      ids.add(next.id());
    }
    return ids;
  }

  private List<String> commands() {
    return relay.commands().stream().map(RelayedCommand::commandId).toList();
  }

  @Test
  void leavesCommandsWithTheirShardInTheOrderInWhichTheyCame() {
    leave(OURS, "z");
    leave(THEIRS, "other");
    leave(OURS, "a");
    dispatcher.collect();

    assertEquals(List.of("z", "a"), waiting());
    assertEquals(List.of("z", "other", "a"), commands());
    assertEquals(3, metrics.handedOn.value());
  }

  @Test
  void discardsACommandOnceItWasSent() {
    leave(OURS, "a");
    dispatcher.collect();
    next().onSent().run();

    Await.until("it is discarded", () -> commands().isEmpty());
    dispatcher.collect();
    assertEquals(List.of(), waiting());
    assertEquals(1, metrics.commands.value());
  }

  @Test
  void sendsNoCommandTwiceWhileTheTableCannotDiscardIt() {
    leave(OURS, "a");
    dispatcher.collect();
    table.unavailable(true);
    next().onSent().run();
    dispatcher.collect();
    table.unavailable(false);
    nanos += RelayDispatcher.PATIENCE.toNanos();
    dispatcher.collect();

    assertEquals(List.of(), waiting());
    Await.until("it is discarded", () -> commands().isEmpty());
  }

  @Test
  void leavesACommandAgainThatAShardLostOnTheWay() {
    leave(OURS, "a");
    dispatcher.collect();
    assertEquals(List.of("a"), waiting());
    dispatcher.collect();
    assertEquals(List.of(), waiting());

    nanos += RelayDispatcher.PATIENCE.toNanos();
    dispatcher.collect();
    assertEquals(List.of("a"), waiting());
  }

  @Test
  void leavesACommandWithTheShardsNextRun() {
    leave(OURS, "a");
    dispatcher.collect();
    ShardCommandQueue next = new ShardCommandQueue();
    queues.put(OURS, next);
    dispatcher.collect();

    assertEquals("a", next.poll(NOW).id());
  }

  @Test
  void keepsTheOrderWhenAShardHasNoRoom() {
    for (int i = 0; i < 70; i++) {
      leave(OURS, "c" + i);
    }
    dispatcher.collect();
    List<String> first = waiting();
    nanos += RelayDispatcher.PATIENCE.toNanos() / 2;
    dispatcher.collect();

    assertEquals("c63", first.getLast());
    assertEquals(List.of("c64", "c65", "c66", "c67", "c68", "c69"), waiting());
  }

  @Test
  void leavesACommandOnceHoweverOftenItIsHandedOn() {
    leave(OURS, "a");
    leave(OURS, "b");
    leave(OURS, "a");

    assertEquals(List.of("a", "b"), commands());
  }

  @Test
  void discardsWhatItCannotReadAndTakesTheNext() {
    dispatcher.handOn(OURS, "bad", "{\"v\":1}");
    leave(OURS, "good");
    dispatcher.collect();

    assertEquals(List.of("good"), waiting());
    assertEquals(List.of("good"), commands());
  }

  @Test
  void forgetsWhatIsTooOld() {
    leave(OURS, "a");
    clock.advance(CommandRelayTable.KEPT);
    dispatcher.collect();

    assertNull(next());
  }

  @Test
  void keepsWhatACommandSaysOutOfLogs() {
    RelayedCommand command = new RelayedCommand(OURS, "a", 1, "private words");

    assertTrue(!command.toString().contains("private") && command.toString().contains("a"));
  }
}
