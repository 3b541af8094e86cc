package dev.gatehouse.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals();

  private static GatewayEvent event(String session, long sequence, String channel, String json) {
    return new GatewayEvent(
        QueueMessage.VERSION,
        new Platform("discord"),
        session,
        sequence,
        Shard.ONLY,
        "MESSAGE_CREATE",
        "1",
        channel,
        false,
        false,
        Instant.EPOCH,
        new Payload.Inline(new RawJson(json)));
  }

  private void arrives(String session, long sequence, String channel, long id) {
    String json = "{\"author\":{\"id\":\"7\"},\"id\":\"" + id + "\",\"mentions\":[{\"id\":\"8\"}]}";
    arrivals.accept(event(session, sequence, channel, json));
  }

  private void gap(String session, long durable) {
    arrivals.accept(
        new GapDetected(
            QueueMessage.VERSION,
            new Platform("discord"),
            session,
            Shard.ONLY,
            durable,
            Instant.EPOCH,
            Instant.EPOCH));
  }

  @Test
  void channelsMayOvertakeEachOther() {
    arrives("a", 2, "one", 101);
    arrives("a", 4, "one", 103);
    arrives("a", 3, "two", 102);

    Received received = arrivals.received();

    assertEquals(3, received.events().count());
    assertEquals(0, received.disordered());
    assertEquals(0, received.twice());
  }

  @Test
  void aChannelMayNotOvertakeItself() {
    arrives("a", 3, "one", 102);
    arrives("a", 2, "one", 101);
    arrives("a", 4, "one", 103);

    assertEquals(1, arrivals.received().disordered());
  }

  @Test
  void orderHoldsAcrossSessions() {
    arrives("b", 2, "one", 105);
    arrives("a", 9, "one", 104);

    assertEquals(1, arrivals.received().disordered());
  }

  @Test
  void whatComesAgainIsCountedOnceAsTwiceAndNotAsDisordered() {
    arrives("a", 2, "one", 101);
    arrives("a", 3, "one", 102);
    arrives("a", 2, "one", 101);

    Received received = arrivals.received();

    assertEquals(1, received.twice());
    assertEquals(0, received.disordered());
    assertEquals(2, received.events().count());
    assertEquals(3, arrivals.count());
  }

  @Test
  void ofTwoGapsOfASessionTheEarlierOneCounts() {
    gap("a", 40);
    gap("a", 30);
    gap("b", 2);

    assertEquals(Map.of("a", 30L, "b", 2L), arrivals.received().gaps());
  }

  @Test
  void whatWasReceivedStaysWhatItWas() {
    arrives("a", 2, "one", 101);
    Received before = arrivals.received();
    arrives("a", 3, "one", 102);

    assertEquals(1, before.events().count());
  }

  @Test
  void aPayloadThatIsCutIsNoMessage() {
    GatewayEvent cut = event("a", 2, "one", "{\"id\":\"1\",\"content\":\"x");

    assertThrows(IllegalArgumentException.class, () -> arrivals.accept(cut));
  }
}
