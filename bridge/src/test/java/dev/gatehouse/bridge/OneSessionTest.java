package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several bridges are started for one shard. */
@DisplayName("Promise 1: one bridge at a time holds a shard's session")
class OneSessionTest {
  private static final Map<String, String> SHARED =
      Map.of(
          "STATE_TABLE", "state",
          "SHARDS", "1",
          "BRIDGE_LEASE_MILLIS", "1500",
          "BRIDGE_STOP_MILLIS", "10000");

  private final Storm storm = new Storm();
  private final InMemoryTable table = new InMemoryTable();
  private final SettableClock clock = new SettableClock();

  @AfterEach
  void calm() {
    storm.close();
  }

  private Bridge bridge() {
    return storm.bridge(new TroubledQueue(storm.queue()), Optional.of(table), SHARED, clock);
  }

  @Test
  void theOtherStandsByUntilTheHolderGoes() {
    Bridge one = bridge();
    Bridge other = bridge();
    Await.until(
        "one is ready and one stands by",
        () ->
            one.health().ready() && other.health().standby()
                || other.health().ready() && one.health().standby());
    Bridge holder = one.health().ready() ? one : other;
    Bridge next = holder == one ? other : one;
    storm.begin();
    storm.awaitEvents(500);
    assertThat(next.metrics().connects.value()).isEqualTo(0);
    storm.end(holder);
    storm.awaitReady(next);

    storm.assertNothingIsLost();
    assertThat(holder.metrics().connects.value()).as("nobody took the session away").isEqualTo(1);
    assertThat(next.metrics().connects.value()).isEqualTo(1);
    assertThat(next.metrics().identifies.value()).as("it resumed").isEqualTo(0);
    assertThat(storm.dispatched().sessions()).isEqualTo(1);
    assertThat(storm.queue().repeated())
        .as("what the holder left is where the next began")
        .isEqualTo(0);
  }

  @Test
  void theSessionGoesFromHandToHand() {
    Bridge holder = bridge();
    storm.awaitReady(holder);
    storm.begin();
    for (int hand = 0; hand < 3; hand++) {
      Bridge next = bridge();
      storm.awaitMoreEvents(300);
      storm.end(holder);
      storm.awaitReady(next);
      assertThat(next.metrics().identifies.value()).as("it resumed").isEqualTo(0);
      holder = next;
    }
    storm.awaitMoreEvents(300);

    storm.assertNothingIsLost();
    assertThat(storm.dispatched().sessions()).isEqualTo(1);
  }
}
