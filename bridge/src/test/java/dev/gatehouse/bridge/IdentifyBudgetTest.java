package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.identify.RemainingIdentifies;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bridge spends of the day's identifies, and what it tells of them. */
@DisplayName("Past the last identify of a day Discord resets the token")
class IdentifyBudgetTest {
  private static final int IDENTIFIES = 100;

  private Storm storm = new Storm(IDENTIFIES);

  @AfterEach
  void calm() {
    storm.close();
  }

  private Bridge bridge(boolean shared) {
    return storm.bridge(
        new TroubledQueue(storm.queue()),
        shared ? Optional.of(new InMemoryTable()) : Optional.empty(),
        shared ? Map.of("STATE_TABLE", "state") : Map.of());
  }

  private static boolean prints(Bridge bridge, long left) {
    return bridge.metrics().print().contains("\ngatehouse_bridge_identifies_left " + left + "\n");
  }

  private static Optional<String> problem(Bridge bridge) {
    return bridge.health().problems().stream().filter(p -> p.startsWith("identifies:")).findAny();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGatewayThatDoesNotSayHelloCostsNone(boolean shared) {
    storm.fault("{\"kind\":\"no_hello\",\"count\":3}");
    Bridge bridge = bridge(shared);
    storm.awaitReady(bridge);

    long identifies = bridge.metrics().identifies.value();
    assertThat(identifies <= bridge.metrics().connects.value() - 3).isTrue();
    assertThat(prints(bridge, IDENTIFIES - identifies)).as(bridge.metrics().print()).isTrue();
    assertThat(problem(bridge)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void atTheReserveItStopsAndSaysSo(boolean shared) {
    storm.close();
    storm = new Storm(RemainingIdentifies.RESERVE);
    Bridge bridge = bridge(shared);
    Await.until(
        "the shard waits for the reset",
        () ->
            bridge.health().shards().stream()
                .anyMatch(s -> s.status().detail().contains("resets the token")));

    assertThat(bridge.metrics().identifies.value()).isEqualTo(0);
    assertThat(prints(bridge, RemainingIdentifies.RESERVE)).as(bridge.metrics().print()).isTrue();
    assertThat(problem(bridge).orElseThrow().contains("only 20 of 20 are left")).isTrue();
    assertThat(bridge.health().healthy()).isFalse();
    assertThat(storm.isConnected()).isFalse();
  }
}
