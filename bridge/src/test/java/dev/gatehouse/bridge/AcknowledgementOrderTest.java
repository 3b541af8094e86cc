package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.TroubledQueue.Trouble;
import dev.gatehouse.bridge.sharding.LeaseRow;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The queue acknowledges later events before earlier ones. */
@DisplayName("Promise 1: no event is lost when acknowledgements come out of order")
class AcknowledgementOrderTest {
  private static final Map<String, String> SHARED =
      Map.of(
          "STATE_TABLE", "state",
          "BRIDGE_LEASE_MILLIS", "600",
          "BRIDGE_STOP_MILLIS", "100");

  private final Storm storm = new Storm();
  private final TroubledQueue queue = new TroubledQueue(storm.queue());
  private final InMemoryTable table = new InMemoryTable();
  private final LeaseRow lease = new LeaseRow(table, Storm.TOKEN);

  @AfterEach
  void calm() {
    storm.close();
  }

  /** One batch is on its way, and what came after it is on the queue long since. */
  private Bridge overtakenBatch(TroubledTable way) {
    Bridge bridge = storm.bridge(queue, Optional.of(way), SHARED);
    storm.awaitReady(bridge);
    storm.begin();
    storm.awaitEvents(200);
    queue.has(Trouble.HOLDING);
    Await.until("a batch is held", () -> queue.held() > 0);
    long beats = lease.beats();
    storm.awaitMoreEvents(500);
    Await.until("the cursor had time to move", () -> lease.beats() > beats + 3);
    return bridge;
  }

  @Test
  void theCursorWaitsForTheOldest() {
    Bridge bridge = overtakenBatch(new TroubledTable(table));
    assertThat(lease.durable() < queue.held()).isTrue();
    queue.has(Trouble.NONE);

    storm.assertNothingIsLost();
    Await.until("all is durable", () -> lease.durable() == storm.dispatched().lastSequence());
    assertThat(bridge.metrics().connects.value()).isEqualTo(1);
  }

  @Test
  void aSuccessorBringsWhatWasOvertaken() {
    TroubledTable way = new TroubledTable(table);
    overtakenBatch(way);
    way.cut(true);
    queue.has(Trouble.DOWN);
    Bridge successor = storm.bridge(new TroubledQueue(storm.queue()), Optional.of(table), SHARED);
    storm.awaitReady(successor);

    storm.assertNothingIsLost();
    assertThat(successor.metrics().identifies.value()).isEqualTo(0);
    assertThat(storm.queue().repeated() > 0).as("what had overtaken the batch came twice").isTrue();
  }
}
