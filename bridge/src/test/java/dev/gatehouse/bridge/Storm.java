package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.bridge.session.SessionRules;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A simulator that talks without end, bridges that may have trouble, and one queue that keeps what
 * came: the fixture of the tests of what the bridge promises.
 */
final class Storm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration HEARTBEAT = Duration.ofMillis(300);
  private static final SessionRules IMPATIENT =
      new SessionRules(
          Duration.ofMillis(400),
          Duration.ofMillis(800),
          Duration.ofMillis(800),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          3);

  private final Simulator simulator;
  private final Person people;
  private final RecordingQueue queue = new RecordingQueue();
  private final List<Bridge> bridges = new ArrayList<>();
  private Thread firehose = new Thread(() -> {});

  Storm() {
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC());
    simulator =
        Simulator.start(config.withGateway(config.gateway().withHeartbeatInterval(HEARTBEAT)));
    people = new Person(simulator.url());
  }

  RecordingQueue queue() {
    return queue;
  }

  Bridge bridge(TroubledQueue way, Optional<Table> state, Map<String, String> extra) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "DISCORD_TOKEN", "a-token-of-a-bot",
                "DISCORD_API_URL", simulator.apiUrl(),
                "DISCORD_INTENTS", "GUILDS,GUILD_MESSAGES",
                "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
                "BRIDGE_CURSOR_MILLIS", "50",
                "BRIDGE_STOP_MILLIS", "2000",
                "MANAGEMENT_PORT", "0"));
    environment.putAll(extra);
    CloudPorts cloud = new CloudPorts(way, Optional.empty(), state, Optional.empty());
    Bridge bridge =
        Bridge.start(BridgeSettings.of(environment), IMPATIENT, cloud, Clock.systemUTC());
    bridges.add(bridge);
    return bridge;
  }

  Bridge readyBridge(TroubledQueue way) {
    Bridge bridge = bridge(way, Optional.empty(), Map.of());
    awaitReady(bridge);
    return bridge;
  }

  void awaitReady(Bridge bridge) {
    Await.until("the bridge is ready", PATIENCE, () -> bridge.health().ready());
  }

  /** Begins to rain events, some thousand a second. */
  void begin(int events) {
    firehose = Thread.ofVirtual().start(() -> people.firehose(20, events, 3_000));
  }

  void fault(String json) {
    people.fault(json);
  }

  void awaitEvents(int count) {
    Await.until(count + " events", PATIENCE, () -> queue.messages().size() >= count);
  }

  void awaitAllSaid() throws InterruptedException {
    assertTrue(firehose.join(PATIENCE), "the firehose has ended");
  }

  /** Promises 1 and 3: what Discord dispatched is on the queue, once each, in order per channel. */
  void assertNothingIsLost() throws InterruptedException {
    awaitAllSaid();
    Set<String> dispatched = dispatched();
    Await.until("all events are on the queue", PATIENCE, () -> arrived().containsAll(dispatched));
    assertEquals(dispatched, arrived());
    assertOnceEachInOrder();
  }

  /** The same but for sessions that Discord gave up, of whose gap the queue must tell. */
  void assertOnlyAnnouncedGaps() throws InterruptedException {
    awaitAllSaid();
    Set<String> told = new HashSet<>();
    for (GapDetected gap : messages(GapDetected.class)) {
      told.add(gap.session());
    }
    Set<String> owed = new TreeSet<>(dispatched());
    owed.removeIf(id -> told.contains(id.substring(0, id.lastIndexOf('-'))));
    Await.until("what no gap covers is on the queue", PATIENCE, () -> arrived().containsAll(owed));
    assertEquals(1, told.size());
    assertTrue(dispatched().containsAll(arrived()));
    assertOnceEachInOrder();
  }

  private void assertOnceEachInOrder() {
    Map<String, Long> last = new HashMap<>();
    for (GatewayEvent event : messages(GatewayEvent.class)) {
      String channel = event.session() + " in " + event.channelId();
      long before = last.getOrDefault(channel, 0L);
      assertTrue(before < event.sequence(), "order of " + channel);
      last.put(channel, event.sequence());
    }
  }

  private Set<String> arrived() {
    Set<String> ids = new TreeSet<>();
    messages(GatewayEvent.class).forEach(event -> ids.add(event.deduplicationId()));
    return ids;
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

  private <T> List<T> messages(Class<T> kind) {
    return queue.messages().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void close() {
    bridges.forEach(Bridge::close);
    simulator.close();
  }
}
