package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A lease goes to another owner while its old one is well and reaches everything. */
@DisplayName("Promise 1: no event is lost when a lease is stolen")
class LeaseStolenTest {
  private static final Duration LEASE = Duration.ofMillis(1500);
  private static final Map<String, String> SHARED =
      Map.of("STATE_TABLE", "state", "BRIDGE_LEASE_MILLIS", Long.toString(LEASE.toMillis()));

  private final Storm storm = new Storm();
  private final InMemoryTable table = new InMemoryTable();
  private final LeaseRow lease = new LeaseRow(table, Storm.TOKEN);

  @AfterEach
  void calm() {
    storm.close();
  }

  private Bridge bridge(SettableClock clock) {
    return storm.bridge(new TroubledQueue(storm.queue()), Optional.of(table), SHARED, clock);
  }

  private Bridge ownerInARain(SettableClock clock) {
    Bridge owner = bridge(clock);
    storm.awaitReady(owner);
    storm.begin();
    storm.awaitEvents(300);
    Await.until("the cursor is written", () -> lease.durable() > 0);
    return owner;
  }

  private static void awaitStopped(Bridge owner) {
    Await.until("the old owner has stopped", () -> owner.health().shards().isEmpty());
    assertThat(owner.health().standby()).isTrue();
  }

  @Test
  void theOldOwnerStopsAndWritesNothingMore() {
    SettableClock clock = new SettableClock();
    Bridge owner = ownerInARain(clock);
    long stolen = lease.steal(clock, LEASE);
    awaitStopped(owner);
    Await.until("the session is left to be resumed", () -> !storm.isConnected());
    assertThat(lease.durable()).isEqualTo(stolen);

    clock.advance(LEASE.plusMillis(1));
    storm.awaitReady(owner);

    storm.assertNothingIsLost();
    assertThat(owner.metrics().identifies.value()).isEqualTo(1);
    assertThat(owner.metrics().resumes.value()).isEqualTo(1);
  }

  @Test
  void theNewOwnerResumesFromTheDurableNumber() {
    Bridge owner = ownerInARain(new SettableClock());
    long durable = lease.durable();
    Bridge thief = bridge(new SettableClock(SettableClock.START.plus(Duration.ofDays(1))));
    awaitStopped(owner);
    storm.awaitReady(thief);

    storm.assertNothingIsLost();
    assertThat(thief.metrics().identifies.value()).isEqualTo(0);
    assertThat(thief.metrics().received.value() <= storm.dispatched().lastSequence() - durable)
        .isTrue();
    assertThat(storm.dispatched().sessions()).isEqualTo(1);
  }
}
