package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop ends within its deadline, whatever does not answer. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopDeadlineTest {
  private static final int SHARDS = 16;
  private static final int IDENTIFIES = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Simulator simulator = simulator();
  private final Person people = new Person(simulator.url());
  private final RecordingQueue recorded = new RecordingQueue();
  private final TroubledQueue queue = new TroubledQueue(recorded);
  private final TroubledTable table = new TroubledTable(new InMemoryTable());
  private final ThreadsOfOurs threads = new ThreadsOfOurs();

  private static Simulator simulator() {
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC());
    return Simulator.start(
        config
            .withRateLimits(false)
            .withGateway(config.gateway().withIdentify(Duration.ZERO, SHARDS, IDENTIFIES)));
  }

  @AfterEach
  void stop() {
    table.end();
    simulator.close();
  }

  private Bridge readyBridge() {
    Map<String, String> environment =
        Map.of(
            "DISCORD_TOKEN", "a-token-of-a-bot",
            "DISCORD_API_URL", simulator.apiUrl(),
            "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
            "SHARDS", Integer.toString(SHARDS),
            "STATE_TABLE", "state",
            "BRIDGE_STOP_MILLIS", "1000",
            "BRIDGE_LEASE_MILLIS", "600",
            "BRIDGE_CURSOR_MILLIS", "60000",
            "MANAGEMENT_PORT", "0");
    CloudPorts cloud =
        new CloudPorts(queue, Optional.empty(), Optional.of(table), Optional.empty());
    Bridge bridge =
        Bridge.start(
            BridgeSettings.of(environment),
            SessionTimeouts.DEFAULT,
            cloud,
            new Clocks(Clock.systemUTC(), System::nanoTime));
    Await.until("all shards are live", PATIENCE, () -> bridge.health().ready());
    assertThat(bridge.health().shards().size()).isEqualTo(SHARDS);
    return bridge;
  }

  private void hangTheTable() {
    table.hang();
    Await.until("a call hangs", PATIENCE, () -> table.swallowed() > 0);
  }

  @Test
  void whenTheStateTableHangs() {
    Bridge bridge = readyBridge();
    people.says("one");
    Await.until("it is on the queue", () -> recorded.messages().size() == 1);
    hangTheTable();

    bridge.close();

    assertDisconnected();
    assertThat(table.swallowed() > 1).as("the stop did ask the table").isTrue();
    table.end();
    Await.value("no thread is left", PATIENCE, threads::since, left -> left.isEmpty());
  }

  @Test
  void whenTheStateTableHangsAndTheQueueIsDown() {
    Bridge bridge = readyBridge();
    queue.has(TroubledQueue.Trouble.DOWN);
    people.says("one");
    Await.until("an event waits", () -> bridge.health().spooledEvents() == 1);
    hangTheTable();

    bridge.close();

    assertDisconnected();
    table.end();
    Await.value("no thread is left", PATIENCE, threads::since, left -> left.isEmpty());
  }

  @Test
  void whenAllIsWellItWritesEveryCursorAndGivesEveryLeaseBack() {
    Bridge first = readyBridge();
    first.close();
    Bridge second = readyBridge();
    assertThat(second.metrics().identifies.value()).isEqualTo(0);
    assertThat(second.metrics().resumes.value()).isEqualTo(SHARDS);
    second.close();
  }

  private void assertDisconnected() {
    Await.until("the sessions have ended", () -> !people.isConnected());
  }
}
