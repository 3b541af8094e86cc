package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.TroubledQueue.Trouble;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Promise 1: no event is lost")
class NoEventIsLostTest {
  /** Longer than a slot to identify lasts. */
  private static final Duration NEXT_TURN = Duration.ofSeconds(6);

  private final Storm storm = new Storm();
  private final TroubledQueue queue = new TroubledQueue(storm.queue());

  @AfterEach
  void calm() {
    storm.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'drop'}",
        "{'kind':'half_open'}",
        "{'kind':'cut_mid_frame'}",
        "{'kind':'malformed_frame','count':3}",
        "{'kind':'op7'}",
        "{'kind':'op9','resumable':true}",
        "{'kind':'latency','millis':50}"
      })
  void whenItsConnectionHasTrouble(String fault) {
    storm.readyBridge(queue);
    storm.begin();
    storm.awaitEvents(200);
    storm.fault(fault.replace('\'', '"'));

    storm.assertNothingIsLost();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'no_hello','count':2}",
        "{'kind':'no_resumed','count':2}",
        "{'kind':'refuse_resume_url','count':3}"
      })
  void whenItsNextConnectionsHaveTrouble(String fault) {
    storm.readyBridge(queue);
    storm.begin();
    storm.awaitEvents(200);
    storm.fault(fault.replace('\'', '"'));
    storm.fault("{\"kind\":\"drop\"}");

    storm.assertNothingIsLost();
  }

  @Test
  void whenHeartbeatsStayUnansweredWhileNobodyTalks() {
    Bridge bridge = storm.readyBridge(queue);
    storm.fault("{\"kind\":\"no_ack\",\"count\":1}");
    Await.until("the bridge has noticed", () -> bridge.metrics().resumes.value() == 1);
    storm.begin();
    storm.awaitEvents(200);

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().identifies.value()).isEqualTo(1);
  }

  @Test
  void inAStormOfReconnects() {
    Bridge bridge = storm.readyBridge(queue);
    storm.begin();
    for (int i = 1; i <= 10; i++) {
      storm.fault("{\"kind\":\"op7\"}");
      int resumes = i;
      Await.until("resume " + i, () -> bridge.metrics().resumes.value() >= resumes);
    }

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().identifies.value()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"DOWN", "DEAF", "THROTTLING", "PARTIAL", "SLOW"})
  void whenTheQueueHasTrouble(Trouble trouble) {
    storm.readyBridge(queue);
    queue.has(trouble);
    storm.begin();
    Await.until("the queue was called", () -> queue.calls() > 8);
    queue.has(Trouble.NONE);

    storm.assertNothingIsLost();
  }

  @Test
  void whenTheSpoolIsFullDiscordKeepsTheEvents() {
    Bridge bridge = storm.bridge(queue, Optional.empty(), Map.of("BRIDGE_SPOOL_EVENTS", "100"));
    storm.awaitReady(bridge);
    queue.has(Trouble.DOWN);
    storm.begin();
    Await.until("the bridge has paused", () -> bridge.metrics().pauses.value() > 0);
    storm.stop();
    assertThat(bridge.health().spooledEvents() <= 101).isTrue();
    assertThat(bridge.health().ready()).isFalse();
    queue.has(Trouble.NONE);

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().identifies.value()).isEqualTo(1);
  }

  @Test
  void whenAProcessIsCutOffAnotherTakesItsShardOver() {
    InMemoryTable table = new InMemoryTable();
    TroubledTable way = new TroubledTable(table);
    Map<String, String> shortLease = Map.of("STATE_TABLE", "state", "BRIDGE_LEASE_MILLIS", "800");
    Bridge first = storm.bridge(queue, Optional.of(way), shortLease);
    storm.awaitReady(first);
    Bridge second = storm.bridge(new TroubledQueue(storm.queue()), Optional.of(table), shortLease);
    storm.begin();
    storm.awaitEvents(300);
    way.cut(true);
    queue.has(Trouble.DOWN);
    storm.awaitReady(second);

    storm.assertNothingIsLost();
    assertThat(second.metrics().identifies.value()).as("it resumed").isEqualTo(0);
    way.cut(false);
    queue.has(Trouble.NONE);
    Await.until("the old owner has stopped", () -> first.health().shards().isEmpty());
    storm.assertNothingIsLost();
  }

  @Test
  void exceptWhatDiscordWithholdsAndThenAGapIsTold() {
    SettableClock clock = new SettableClock();
    Bridge bridge =
        storm.bridge(
            queue, Optional.of(new InMemoryTable()), Map.of("STATE_TABLE", "state"), clock);
    storm.awaitReady(bridge);
    storm.begin();
    storm.awaitEvents(200);
    clock.advance(NEXT_TURN);
    storm.fault("{\"kind\":\"op9\",\"resumable\":false}");
    Await.until("a new session", () -> bridge.metrics().sessions.value() == 2);
    storm.awaitReady(bridge);

    storm.assertOnlyAnAnnouncedGap();
  }
}
