package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertTrue(identifies <= bridge.metrics().connects.value() - 3);
    assertTrue(prints(bridge, IDENTIFIES - identifies), bridge.metrics().print());
    assertEquals(Optional.empty(), problem(bridge));
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

    assertEquals(0, bridge.metrics().identifies.value());
    assertTrue(prints(bridge, RemainingIdentifies.RESERVE), bridge.metrics().print());
    assertTrue(problem(bridge).orElseThrow().contains("only 20 of 20 are left"));
    assertFalse(bridge.health().healthy());
    assertFalse(storm.isConnected());
  }
}
