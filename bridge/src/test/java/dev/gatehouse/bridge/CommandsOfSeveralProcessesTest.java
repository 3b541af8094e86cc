package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.queue.InMemoryQueue;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes divide two shards and share one queue of commands, whose messages may be received
 * once: whichever process takes one, it reaches its shard, once.
 */
class CommandsOfSeveralProcessesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int COMMANDS = 20;
  private static final String TOKEN = "a-token-of-a-bot";

  private final Simulator simulator = simulator();
  private final Person people = new Person(simulator.url());
  private final InMemoryTable table = new InMemoryTable();
  private final RecordingQueue events = new RecordingQueue();
  private final InMemoryQueue dead = new InMemoryQueue(Clock.systemUTC());
  private final InMemoryQueue commands =
      new InMemoryQueue(
          Clock.systemUTC(),
          Duration.ofMinutes(5),
          Optional.of(new InMemoryQueue.DeadLetters(dead, 1)));
  private final List<Process> processes = new ArrayList<>();

  /** A bridge, and its way to the commands, which is shut at first. */
  private record Process(Bridge bridge, GatedQueue way) {
    boolean runs(int shard) {
      return bridge.health().shards().stream()
          .anyMatch(health -> health.status().shard().index() == shard);
    }
  }

  private static Simulator simulator() {
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC());
    return Simulator.start(
        config
            .withRateLimits(false)
            .withGateway(config.gateway().withIdentify(Duration.ZERO, 2, 1_000)));
  }

  @BeforeEach
  void startTwo() {
    processes.add(process());
    processes.add(process());
    Await.until("each runs one shard", PATIENCE, () -> processes.stream().allMatch(this::isReady));
  }

  @AfterEach
  void stop() {
    processes.forEach(process -> process.bridge().close());
    simulator.close();
  }

  private boolean isReady(Process process) {
    return process.bridge().health().ready() && process.bridge().health().shards().size() == 1;
  }

  private Process process() {
    GatedQueue way = new GatedQueue(commands);
    Map<String, String> environment =
        Map.of(
            "DISCORD_TOKEN", TOKEN,
            "DISCORD_API_URL", simulator.apiUrl(),
            "DISCORD_INTENTS", "GUILDS,GUILD_MEMBERS,GUILD_PRESENCES",
            "BRIDGE_FILTER_EVENTS", "GUILD_MEMBERS_CHUNK,PRESENCE_UPDATE",
            "BRIDGE_FILTER_OWN_MESSAGES", "true",
            "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
            "SHARDS", "2",
            "STATE_TABLE", "state",
            "BRIDGE_LEASE_MILLIS", "5000",
            "MANAGEMENT_PORT", "0");
    CloudPorts cloud =
        new CloudPorts(events, Optional.of(way), Optional.of(table), Optional.empty());
    return new Process(
        Bridge.start(
            BridgeSettings.of(environment),
            SessionTimeouts.DEFAULT,
            cloud,
            new Clocks(Clock.systemUTC(), System::nanoTime)),
        way);
  }

  private int shardOfTheGuild() {
    return (int) ((Long.parseLong(people.guildId()) >> 22) % 2);
  }

  private Process owner() {
    return processes.stream().filter(p -> p.runs(shardOfTheGuild())).findFirst().orElseThrow();
  }

  private Process other() {
    return processes.stream().filter(p -> !p.runs(shardOfTheGuild())).findFirst().orElseThrow();
  }

  private void send(GatewayCommand command) {
    commands.send(
        new OutgoingMessage(
            command.groupId(), command.deduplicationId(), MessageCodec.encode(command)));
  }

  private void requestMembers() {
    for (int i = 0; i < COMMANDS; i++) {
      send(
          new GatewayCommand.RequestMembers(
              1, new Platform("discord"), "c" + i, people.guildId(), "", 0));
    }
  }

  private int answers() {
    return events.messages().size();
  }

  private void assertAnswered(String event, int count) {
    Await.value("all are answered", PATIENCE, this::answers, answers -> answers >= count);
    Await.until("none is left over", PATIENCE, () -> commands.remaining().isEmpty());
    Await.until("no relayed command is left", PATIENCE, () -> relayed() == 0);
    assertThat(events.messages().stream().allMatch(m -> ((GatewayEvent) m).name().equals(event)))
        .isTrue();
    assertThat(answers()).isEqualTo(count);
    assertThat(sent(processes.getFirst()) + sent(processes.getLast())).isEqualTo(count);
    assertThat(dead.remaining()).as("each was received once").isEmpty();
  }

  private static long sent(Process process) {
    return process.bridge().metrics().commands.value();
  }

  private int relayed() {
    String partition = StateKeys.of(Secret.of(TOKEN)).partition();
    return table.query(new Query(partition, "command#", false, 2 * COMMANDS)).size();
  }

  private static long relayedBy(Process process) {
    return process.bridge().metrics().relayed.value();
  }

  @Test
  void aProcessRelaysWhatIsForAnothersShard() {
    other().way().open();
    requestMembers();

    assertAnswered("GUILD_MEMBERS_CHUNK", COMMANDS);
    assertThat(relayedBy(other())).isEqualTo(COMMANDS);
    assertThat(sent(owner())).isEqualTo(COMMANDS);
  }

  @Test
  void whicheverProcessTakesThem() {
    processes.forEach(process -> process.way().open());
    requestMembers();

    assertAnswered("GUILD_MEMBERS_CHUNK", COMMANDS);
    assertThat(sent(owner())).isEqualTo(COMMANDS);
  }

  /** The guild's own shard sees the presence that each of the two shards sends. */
  @Test
  void aPresenceReachesTheShardsOfEveryProcess() {
    owner().way().open();
    send(new GatewayCommand.UpdatePresence(1, new Platform("discord"), "p1", "idle", null));

    assertAnswered("PRESENCE_UPDATE", 2);
    assertThat(processes.stream().map(p -> sent(p)).toList()).isEqualTo(List.of(1L, 1L));
    assertThat(relayedBy(owner())).isEqualTo(1);
  }

  /** What comes before the shard runs again waits in the table, what comes later need not. */
  @Test
  void whileAShardGoesToAnotherProcess() {
    Process successor = other();
    owner().bridge().close();
    successor.way().open();
    requestMembers();

    assertAnswered("GUILD_MEMBERS_CHUNK", COMMANDS);
    assertThat(sent(successor)).isEqualTo(COMMANDS);
  }
}
