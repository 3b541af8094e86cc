package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Clocks;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A simulator whose people talk without end, bridges that may have trouble, and one queue that
 * keeps what came: the fixture of the tests of what the bridge promises.
 */
final class Storm implements AutoCloseable {
  static final String TOKEN = "a-token-of-a-bot";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofMillis(300);
  private static final int RATE = 2_000;
  private static final int IDENTIFIES = 1_000;
  private static final SessionTimeouts IMPATIENT =
      new SessionTimeouts(
          Duration.ofMillis(400),
          Duration.ofMillis(800),
          Duration.ofMillis(800),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          3);

  private final Simulator simulator;
  private final Person people;
  private final RecordingQueue queue = new RecordingQueue();
  private final List<Bridge> bridges = new ArrayList<>();
  private final Rain rain;

  Storm() {
    this(IDENTIFIES);
  }

  /**
   * @param identifies that the gateway allows a day
   */
  Storm(int identifies) {
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC());
    simulator =
        Simulator.start(
            config
                .withRateLimits(false)
                .withGateway(
                    config
                        .gateway()
                        .withHeartbeatInterval(HEARTBEAT)
                        .withIdentify(Duration.ZERO, 1, identifies)));
    people = new Person(simulator.url());
    rain = new Rain(people, RATE);
  }

  RecordingQueue queue() {
    return queue;
  }

  Bridge bridge(BatchSender way, Optional<Table> state, Map<String, String> extra) {
    return bridge(way, state, extra, Clock.systemUTC());
  }

  Bridge bridge(BatchSender way, Optional<Table> state, Map<String, String> extra, Clock clock) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "DISCORD_TOKEN", TOKEN,
                "DISCORD_API_URL", simulator.apiUrl(),
                "DISCORD_INTENTS", "GUILDS,GUILD_MESSAGES",
                "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
                "BRIDGE_CURSOR_MILLIS", "50",
                "BRIDGE_STOP_MILLIS", "2000",
                "MANAGEMENT_PORT", "0"));
    environment.putAll(extra);
    CloudPorts cloud = new CloudPorts(way, Optional.empty(), state, Optional.empty());
    Bridge bridge =
        Bridge.start(
            BridgeSettings.of(environment), IMPATIENT, cloud, new Clocks(clock, System::nanoTime));
    bridges.add(bridge);
    return bridge;
  }

  Bridge readyBridge(BatchSender way) {
    Bridge bridge = bridge(way, Optional.empty(), Map.of());
    awaitReady(bridge);
    return bridge;
  }

  void awaitReady(Bridge bridge) {
    Await.until("the bridge is ready", PATIENCE, () -> bridge.health().ready());
  }

  /** From now on events flow, until the test looks at what became of them. */
  void begin() {
    rain.begin();
  }

  void fault(String json) {
    people.fault(json);
  }

  void awaitEvents(int count) {
    Await.until(count + " events", PATIENCE, () -> queue.messages().size() >= count);
  }

  /** Waits for as many events as that beyond those that are there. */
  void awaitMoreEvents(int count) {
    awaitEvents(queue.messages().size() + count);
  }

  /** Lets no event follow. */
  void stop() {
    rain.stop();
  }

  /** Ends a bridge before the others. */
  void end(Bridge bridge) {
    bridges.remove(bridge);
    bridge.close();
  }

  /** Whether a gateway session is open. */
  boolean isConnected() {
    return people.isConnected();
  }

  /** What the gateway has given out. */
  Dispatched dispatched() {
    return people.dispatched();
  }

  /** Promises 1 and 3: what Discord dispatched is on the queue, once each, in order per channel. */
  void assertNothingIsLost() {
    rain.stop();
    assertArrive(dispatched().messages());
  }

  /** The same for what the only session had brought up to a sequence number. */
  void assertNothingIsLostUpTo(long sequence) {
    rain.stop();
    assertArrive(dispatched().messagesUpTo(sequence));
  }

  private void assertArrive(Set<String> owed) {
    Await.until("all events are on the queue", PATIENCE, () -> arrivals().ids().containsAll(owed));
    arrivals().assertAre(owed);
  }

  /** The same but for one session that Discord gave up, of whose gap the queue must tell. */
  void assertOnlyAnAnnouncedGap() {
    rain.stop();
    Await.until("a gap is told", PATIENCE, () -> !messages(GapDetected.class).isEmpty());
    Set<String> owed = dispatched().messagesOutside(messages(GapDetected.class).getFirst());
    Await.until("all but the gap", PATIENCE, () -> arrivals().ids().containsAll(owed));
    assertThat(messages(GapDetected.class).size()).isEqualTo(1);
    assertThat(dispatched().messages().containsAll(arrivals().ids())).isTrue();
    arrivals().assertOnceEachInOrder();
  }

  private Arrivals arrivals() {
    return new Arrivals(messages(GatewayEvent.class));
  }

  private <T> List<T> messages(Class<T> kind) {
    return queue.messages().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void close() {
    try {
      rain.stop();
    } finally {
      bridges.forEach(Bridge::close);
      simulator.close();
    }
  }
}
