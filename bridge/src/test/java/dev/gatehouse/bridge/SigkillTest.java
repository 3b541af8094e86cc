package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The real process, killed in the middle of a firehose, with real protocols on every side. */
@DisplayName("Promise 1: no event is lost, not even by SIGKILL")
class SigkillTest {
  private static final int RATE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalAws aws = new LocalAws();
  private final Simulator simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
  private final Person people = new Person(simulator.url());
  private final Rain rain = new Rain(people, RATE);
  private final List<ChildBridge> bridges = new ArrayList<>();
  private final List<GatewayEvent> received = new ArrayList<>();

  SigkillTest() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    rain.stop();
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
        count + " events",
        PATIENCE,
        () -> {
          for (ReceivedMessage message : queue.receive(10, Duration.ofSeconds(1))) {
            received.add((GatewayEvent) MessageCodec.decode(message.body()));
            queue.delete(message);
          }
          return received.size() >= count;
        });
  }

  @Test
  void aSuccessorResumesFromWhatIsDurable() throws Exception {
    ChildBridge first = startBridge();
    Await.until("the bridge is connected", PATIENCE, people::isConnected);
    rain.begin();
    receiveUntil(200);
    first.close();
    int atDeath = people.dispatched().messages().size();
    Await.until("it rains on", () -> people.dispatched().messages().size() > atDeath);
    rain.stop();
    Dispatched dispatched = people.dispatched();
    startBridge();
    receiveUntil(dispatched.messages().size());

    new Arrivals(received).assertAre(dispatched.messages());
    assertThat(people.dispatched().sessions()).as("the successor resumed").isEqualTo(1);
  }
}
