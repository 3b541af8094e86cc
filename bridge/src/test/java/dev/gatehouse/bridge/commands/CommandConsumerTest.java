package dev.gatehouse.bridge.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.queue.InMemoryQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandConsumerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long GUILD_OF_SHARD_1 = (8L * 3 + 1) << 22;

  private final InMemoryQueue queue = new InMemoryQueue(new SettableClock());
  private final ShardCommandQueue shard0 = new ShardCommandQueue();
  private final ShardCommandQueue shard1 = new ShardCommandQueue();
  private final CommandConsumer consumer =
      CommandConsumer.start(
          queue,
          Optional.empty(),
          () -> Map.of(new Shard(0, 8), shard0, new Shard(1, 8), shard1),
          new BridgeMetrics(),
          System::nanoTime);

  @AfterEach
  void stop() {
    consumer.close();
  }

  private void send(GatewayCommand command) {
    queue.send(
        new OutgoingMessage(
            command.groupId(), command.deduplicationId(), MessageCodec.encode(command)));
  }

  private static String sent(ShardCommandQueue shard) {
    ShardCommandQueue.Waiting[] next = new ShardCommandQueue.Waiting[1];
    Await.until("a command waits", () -> (next[0] = shard.poll(NOW)) != null);
    next[0].onSent().run();
    return new String(next[0].payload(), StandardCharsets.UTF_8);
  }

  @Test
  void leavesAGuildsCommandWithItsShard() {
    send(
        new GatewayCommand.RequestMembers(
            1, new Platform("discord"), "c1", Long.toString(GUILD_OF_SHARD_1), "ad", 5));

    assertThat(sent(shard1))
        .isEqualTo(
            "{\"op\":8,\"d\":{\"guild_id\":\""
                + GUILD_OF_SHARD_1
                + "\",\"query\":\"ad\",\"limit\":5}}");
    assertThat(shard0.poll(NOW)).isNull();
    Await.until("it is deleted", () -> queue.remaining().isEmpty());
  }

  @Test
  void deletesAPresenceOnceEveryShardHasSentIt() {
    send(
        new GatewayCommand.UpdatePresence(
            1, new Platform("discord"), "c1", "online", "at the gate"));
    String payload =
        "{\"op\":3,\"d\":{\"since\":null,\"activities\":[{\"name\":\"Custom Status\",\"type\":4,"
            + "\"state\":\"at the gate\"}],\"status\":\"online\",\"afk\":false}}";

    assertThat(sent(shard0)).isEqualTo(payload);
    assertThat(queue.remaining().size()).isEqualTo(1);
    assertThat(sent(shard1)).isEqualTo(payload);
    Await.until("it is deleted", () -> queue.remaining().isEmpty());
  }

  @Test
  void leavesWhatIsMalformedOnTheQueueAndTakesTheNext() {
    queue.send(new OutgoingMessage("discord:commands:x", "bad", "{\"v\":1}"));
    send(
        new GatewayCommand.UpdateVoiceState(
            1, new Platform("discord"), "c1", Long.toString(GUILD_OF_SHARD_1), null, true, false));

    assertThat(sent(shard1))
        .isEqualTo(
            "{\"op\":4,\"d\":{\"guild_id\":\""
                + GUILD_OF_SHARD_1
                + "\",\"channel_id\":null,\"self_mute\":true,\"self_deaf\":false}}");
    Await.until("only the malformed one is left", () -> queue.remaining().size() == 1);
  }

  @Test
  void leavesACommandToAnotherPlatformOnTheQueueAndTakesTheNext() {
    send(new GatewayCommand.UpdatePresence(1, new Platform("stoat"), "c1", "idle", null));
    send(
        new GatewayCommand.RequestMembers(
            1, new Platform("discord"), "c2", Long.toString(GUILD_OF_SHARD_1), "ad", 5));

    assertThat(sent(shard1).startsWith("{\"op\":8,")).isTrue();
    assertThat(shard0.poll(NOW)).isNull();
    Await.until("only the other platform's is left", () -> queue.remaining().size() == 1);
  }

  @Test
  void refusesAPayloadThatTheGatewayWouldNotTake() {
    GatewayCommand command =
        new GatewayCommand.UpdatePresence(
            1, new Platform("discord"), "c1", "online", "x".repeat(CommandPayload.MOST_BYTES));

    InvalidFieldException refused =
        assertThatExceptionOfType(InvalidFieldException.class)
            .isThrownBy(() -> CommandPayload.write(command))
            .actual();
    assertThat(refused.getMessage()).contains("Discord takes 4096");
  }
}
