package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.TroubledQueue.Trouble;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.shard.ShardStatus;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gateway closes with each of its codes while events flow (<a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">Discord</a>).
 */
@DisplayName("Promise 1: no event is lost, whatever code the gateway closes with")
class CloseCodeTest {
  /** Longer than a slot to identify lasts. */
  private static final Duration NEXT_TURN = Duration.ofSeconds(6);

  private final Storm storm = new Storm();
  private final TroubledQueue queue = new TroubledQueue(storm.queue());
  private final InMemoryTable table = new InMemoryTable();
  private final SettableClock clock = new SettableClock();

  @AfterEach
  void calm() {
    storm.close();
  }

  private Bridge bridge() {
    Bridge bridge = storm.bridge(queue, Optional.of(table), Map.of("STATE_TABLE", "state"), clock);
    return bridge;
  }

  private Bridge bridgeInARain() {
    Bridge bridge = bridge();
    storm.awaitReady(bridge);
    storm.begin();
    storm.awaitEvents(200);
    clock.advance(NEXT_TURN);
    return bridge;
  }

  private void close(int code) {
    storm.fault("{\"kind\":\"close\",\"code\":" + code + "}");
  }

  private static ShardStatus status(Bridge bridge) {
    return bridge.health().shards().getFirst().status();
  }

  private static void awaitHalted(Bridge bridge) {
    Await.until("the shard has halted", () -> status(bridge).state().equals("Halted"));
  }

  private static long owed(BridgeMetrics metrics) {
    return metrics.received.value() - metrics.filtered.value() + metrics.gaps.value();
  }

  @ParameterizedTest
  @ValueSource(ints = {4000, 4001, 4002, 4003, 4005, 4008})
  void theSessionIsResumed(int code) {
    Bridge bridge = bridgeInARain();
    close(code);
    Await.until("the session is resumed", () -> bridge.metrics().resumes.value() == 1);

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().gaps.value()).isEqualTo(0);
    assertThat(storm.dispatched().sessions()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 4007, 4009})
  void aNewSessionBeginsAndTheGapIsTold(int code) {
    Bridge bridge = bridgeInARain();
    close(code);
    Await.until("a new session", () -> bridge.metrics().sessions.value() == 2);
    storm.awaitReady(bridge);

    storm.assertOnlyAnAnnouncedGap();
    Await.until(
        "all that came before and after is delivered",
        () -> storm.queue().messages().size() == owed(bridge.metrics()));
    assertThat(bridge.metrics().resumes.value()).isEqualTo(0);
    assertThat(storm.dispatched().sessions()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "4004, DISCORD_TOKEN",
    "4010, SHARDS",
    "4011, SHARDS=auto",
    "4012, update Gatehouse",
    "4013, DISCORD_INTENTS",
    "4014, MESSAGE_CONTENT"
  })
  void theBridgeStaysAwaySaysWhyAndDeliversWhatItHas(int code, String remedy) {
    Bridge bridge = bridgeInARain();
    queue.has(Trouble.DOWN);
    Await.until("events wait for the queue", () -> bridge.health().spooledEvents() > 50);
    close(code);
    awaitHalted(bridge);
    assertThat(status(bridge).detail().startsWith(code + ":")).isTrue();
    assertThat(status(bridge).detail().contains(remedy)).isTrue();
    assertThat(bridge.health().healthy()).isFalse();
    queue.has(Trouble.NONE);

    storm.assertNothingIsLostUpTo(bridge.metrics().received.value());
    assertThat(bridge.metrics().connects.value()).isEqualTo(1);
    assertThat(storm.isConnected()).isFalse();
  }

  @Test
  void whoeverComesAfterAFinalCodeTellsOfTheGap() {
    Bridge halted = bridgeInARain();
    close(4014);
    awaitHalted(halted);
    storm.end(halted);
    Bridge next = bridge();
    storm.awaitReady(next);
    storm.awaitMoreEvents(200);

    storm.assertOnlyAnAnnouncedGap();
  }
}
