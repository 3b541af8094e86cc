package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The real process, killed in the middle of a firehose, with real protocols on every side. */
@DisplayName("Promise 1: no event is lost, not even by SIGKILL")
class SigkillTest {
  private static final int EVENTS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final LocalAws aws = new LocalAws();
  private final Simulator simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
  private final Person people = new Person(simulator.url());
  private final List<ChildBridge> bridges = new ArrayList<>();
  private final List<GatewayEvent> received = new ArrayList<>();

  SigkillTest() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    for (ChildBridge bridge : bridges) {
      bridge.close();
    }
    simulator.close();
    aws.close();
  }

  private ChildBridge startBridge() throws IOException {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("DISCORD_TOKEN", "a-token-of-a-bot");
    environment.put("DISCORD_API_URL", simulator.apiUrl());
    environment.put("MANAGEMENT_PORT", "0");
    environment.put("BRIDGE_LEASE_MILLIS", "1500");
    environment.put("BRIDGE_CURSOR_MILLIS", "100");
    ChildBridge bridge = ChildBridge.start(environment);
    bridges.add(bridge);
    return bridge;
  }

  private void receiveUntil(int count) {
    QueueReceiver queue = aws.queue();
    Await.until(
        count + " events, of which came " + received.size(),
        PATIENCE,
        () -> {
          for (ReceivedMessage message : queue.receive(10, Duration.ofSeconds(1))) {
            received.add((GatewayEvent) MessageCodec.decode(message.body()));
            queue.delete(message);
          }
          return received.size() >= count;
        });
  }

  private Set<String> dispatched() {
    Set<String> ids = new TreeSet<>();
    for (JsonNode event : people.ledger().path("events")) {
      if (event.path("t").asText().equals("MESSAGE_CREATE")) {
        ids.add(event.path("session_id").asText() + "-" + event.path("seq").asLong());
      }
    }
    return ids;
  }

  @Test
  void aSuccessorResumesFromWhatIsDurable() throws Exception {
    ChildBridge first = startBridge();
    Await.until("the bridge is connected", PATIENCE, () -> people.isConnected());
    Thread firehose = Thread.ofVirtual().start(() -> people.firehose(20, EVENTS, 1_500));
    receiveUntil(200);
    first.close();
    startBridge();
    receiveUntil(EVENTS);
    assertTrue(firehose.join(PATIENCE));

    Set<String> ids = new TreeSet<>();
    Map<String, Long> last = new HashMap<>();
    for (GatewayEvent event : received) {
      assertTrue(ids.add(event.deduplicationId()), "once each");
      long before = last.merge(event.channelId(), event.sequence(), Math::max);
      assertEquals(event.sequence(), before, "in order in channel " + event.channelId());
    }
    assertEquals(dispatched(), ids);
  }
}
