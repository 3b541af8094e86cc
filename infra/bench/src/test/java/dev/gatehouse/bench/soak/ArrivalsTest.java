package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        null,
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

    assertThat(received.events().count()).isEqualTo(3);
    assertThat(received.disordered()).isEqualTo(0);
    assertThat(received.twice()).isEqualTo(0);
  }

  @Test
  void aChannelMayNotOvertakeItself() {
    arrives("a", 3, "one", 102);
    arrives("a", 2, "one", 101);
    arrives("a", 4, "one", 103);

    assertThat(arrivals.received().disordered()).isEqualTo(1);
  }

  @Test
  void orderHoldsAcrossSessions() {
    arrives("b", 2, "one", 105);
    arrives("a", 9, "one", 104);

    assertThat(arrivals.received().disordered()).isEqualTo(1);
  }

  @Test
  void whatComesAgainIsCountedOnceAsTwiceAndNotAsDisordered() {
    arrives("a", 2, "one", 101);
    arrives("a", 3, "one", 102);
    arrives("a", 2, "one", 101);

    Received received = arrivals.received();

    assertThat(received.twice()).isEqualTo(1);
    assertThat(received.disordered()).isEqualTo(0);
    assertThat(received.events().count()).isEqualTo(2);
    assertThat(arrivals.count()).isEqualTo(3);
  }

  @Test
  void ofTwoGapsOfASessionTheEarlierOneCounts() {
    gap("a", 40);
    gap("a", 30);
    gap("b", 2);

    assertThat(arrivals.received().gaps()).isEqualTo(Map.of("a", 30L, "b", 2L));
  }

  @Test
  void whatWasReceivedStaysWhatItWas() {
    arrives("a", 2, "one", 101);
    Received before = arrivals.received();
    arrives("a", 3, "one", 102);

    assertThat(before.events().count()).isEqualTo(1);
  }

  @Test
  void aPayloadThatIsCutIsNoMessage() {
    GatewayEvent cut = event("a", 2, "one", "{\"id\":\"1\",\"content\":\"x");

    assertThatThrownBy(() -> arrivals.accept(cut)).isInstanceOf(IllegalArgumentException.class);
  }
}
