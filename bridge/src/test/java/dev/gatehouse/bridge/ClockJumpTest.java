package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.TroubledQueue.Trouble;
import dev.gatehouse.bridge.sharding.LeaseRow;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock of a process jumps by many times a lease while events flow. */
@DisplayName("Promise 1: no event is lost when a clock jumps")
class ClockJumpTest {
  private static final int ROUNDS = 3;
  private static final Map<String, String> SHARED =
      Map.of("STATE_TABLE", "state", "BRIDGE_LEASE_MILLIS", "600");

  private final Storm storm = new Storm();
  private final TroubledQueue queue = new TroubledQueue(storm.queue());
  private final InMemoryTable table = new InMemoryTable();
  private final TroubledTable way = new TroubledTable(table);
  private final LeaseRow lease = new LeaseRow(table, Storm.TOKEN);
  private final SettableClock clock = new SettableClock();

  @AfterEach
  void calm() {
    storm.close();
  }

  private Bridge readyBridge() {
    Bridge bridge = storm.bridge(queue, Optional.of(way), SHARED, clock);
    storm.awaitReady(bridge);
    return bridge;
  }

  private Bridge otherBridge() {
    return storm.bridge(
        new TroubledQueue(storm.queue()), Optional.of(table), SHARED, new SettableClock());
  }

  private static int shards(Bridge bridge) {
    return bridge.health().shards().size();
  }

  private void rainAndJump(Duration jump) {
    storm.begin();
    storm.awaitEvents(200);
    clock.advance(jump);
    long before = lease.beats();
    Await.until("the lease is renewed", () -> lease.beats() > before + ROUNDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H"})
  void aLoneBridgeGoesOnAsIfNothingWere(Duration jump) {
    Bridge bridge = readyBridge();
    rainAndJump(jump);

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().connects.value()).isEqualTo(1);
    assertThat(bridge.health().ready()).isTrue();
  }

  @Test
  void aBridgeWhoseClockWentBackLosesItsLeaseButNoEvent() {
    Bridge bridge = readyBridge();
    Bridge other = otherBridge();
    rainAndJump(Duration.ofHours(-1));
    storm.awaitReady(other);
    Await.until("the old owner has stopped", () -> shards(bridge) == 0);

    storm.assertNothingIsLost();
    assertThat(storm.dispatched().sessions()).isEqualTo(1);
  }

  @Test
  void aBridgeWhoseClockRanAheadIsSucceededAsSoonAsAnyOther() {
    Bridge bridge = readyBridge();
    rainAndJump(Duration.ofHours(1));
    Bridge other = otherBridge();
    way.cut(true);
    queue.has(Trouble.DOWN);
    storm.awaitReady(other);
    storm.assertNothingIsLost();
    assertThat(storm.dispatched().sessions()).isEqualTo(1);

    way.cut(false);
    queue.has(Trouble.NONE);
    Await.until("one of them holds the session", () -> shards(bridge) + shards(other) == 1);
    storm.assertNothingIsLost();
  }
}
