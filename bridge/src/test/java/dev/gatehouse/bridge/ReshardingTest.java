package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * While the number of shards changes, both numbers run beside one another: a message may come of a
 * session of each, so what is owed are messages, whichever session brought them.
 */
@DisplayName("Promise 1: no message is lost while the number of shards changes")
class ReshardingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Longer than a slot to identify lasts. */
  private static final Duration NEXT_TURN = Duration.ofSeconds(6);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Storm storm = new Storm();
  private final InMemoryTable table = new InMemoryTable();
  private final SettableClock clock = new SettableClock();

  @AfterEach
  void calm() {
    storm.close();
  }

  private Bridge bridge(String shards) {
    Map<String, String> settings =
        Map.of("STATE_TABLE", "state", "BRIDGE_LEASE_MILLIS", "800", "SHARDS", shards);
    return storm.bridge(new TroubledQueue(storm.queue()), Optional.of(table), settings, clock);
  }

  @Test
  void fromOneToTwo() {
    Bridge old = bridge("1");
    storm.awaitReady(old);
    storm.begin();
    storm.awaitEvents(300);

    Bridge next = bridge("2");
    awaitIdentifies(next, 2);
    Await.until("the old shard has ended", PATIENCE, () -> old.health().shards().isEmpty());
    storm.awaitMoreEvents(300);
    storm.stop();

    assertEveryMessageCame();
    assertThat(next.health().shards().size()).isEqualTo(2);
    assertThat(storm.dispatched().sessions()).isEqualTo(3);
  }

  /** Lets the slots to identify pass by. */
  private void awaitIdentifies(Bridge bridge, int count) {
    Await.until(
        count + " identifies",
        PATIENCE,
        () -> {
          clock.advance(NEXT_TURN);
          return bridge.metrics().identifies.value() == count;
        });
  }

  private void assertEveryMessageCame() {
    Set<String> owed = storm.dispatched().messageIds();
    assertThat(owed.isEmpty()).isFalse();
    Await.until("all messages are on the queue", PATIENCE, () -> arrived().containsAll(owed));
    assertThat(arrived()).isEqualTo(owed);
  }

  private Set<String> arrived() {
    return storm.queue().messages().stream()
        .filter(GatewayEvent.class::isInstance)
        .map(GatewayEvent.class::cast)
        .map(ReshardingTest::messageId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String messageId(GatewayEvent event) {
    try {
      String payload = ((Payload.Inline) event.payload()).json().text();
      return JSON.readTree(payload).path("id").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
