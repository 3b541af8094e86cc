package dev.gatehouse.bridge.commands;

import static org.assertj.core.api.Assertions.assertThat;

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
    dispatcher.relay(shard, id, MessageCodec.encode(command));
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

    assertThat(waiting()).isEqualTo(List.of("z", "a"));
    assertThat(commands()).isEqualTo(List.of("z", "other", "a"));
    assertThat(metrics.relayed.value()).isEqualTo(3);
  }

  @Test
  void discardsACommandOnceItWasSent() {
    leave(OURS, "a");
    dispatcher.collect();
    next().onSent().run();

    Await.until("it is discarded", () -> commands().isEmpty());
    dispatcher.collect();
    assertThat(waiting()).isEmpty();
    assertThat(metrics.commands.value()).isEqualTo(1);
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

    assertThat(waiting()).isEmpty();
    Await.until("it is discarded", () -> commands().isEmpty());
  }

  @Test
  void leavesACommandAgainThatAShardLostOnTheWay() {
    leave(OURS, "a");
    dispatcher.collect();
    assertThat(waiting()).isEqualTo(List.of("a"));
    dispatcher.collect();
    assertThat(waiting()).isEmpty();

    nanos += RelayDispatcher.PATIENCE.toNanos();
    dispatcher.collect();
    assertThat(waiting()).isEqualTo(List.of("a"));
  }

  @Test
  void leavesACommandWithTheShardsNextRun() {
    leave(OURS, "a");
    dispatcher.collect();
    ShardCommandQueue next = new ShardCommandQueue();
    queues.put(OURS, next);
    dispatcher.collect();

    assertThat(next.poll(NOW).id()).isEqualTo("a");
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

    assertThat(first.getLast()).isEqualTo("c63");
    assertThat(waiting()).isEqualTo(List.of("c64", "c65", "c66", "c67", "c68", "c69"));
  }

  @Test
  void leavesACommandOnceHoweverOftenItIsRelayed() {
    leave(OURS, "a");
    leave(OURS, "b");
    leave(OURS, "a");

    assertThat(commands()).isEqualTo(List.of("a", "b"));
  }

  @Test
  void discardsWhatItCannotReadAndTakesTheNext() {
    dispatcher.relay(OURS, "bad", "{\"v\":1}");
    leave(OURS, "good");
    dispatcher.collect();

    assertThat(waiting()).isEqualTo(List.of("good"));
    assertThat(commands()).isEqualTo(List.of("good"));
  }

  @Test
  void forgetsWhatIsTooOld() {
    leave(OURS, "a");
    clock.advance(CommandRelayTable.KEPT);
    dispatcher.collect();

    assertThat(next()).isNull();
  }

  @Test
  void keepsWhatACommandSaysOutOfLogs() {
    RelayedCommand command = new RelayedCommand(OURS, "a", 1, "private words");

    assertThat(!command.toString().contains("private") && command.toString().contains("a"))
        .isTrue();
  }
}
