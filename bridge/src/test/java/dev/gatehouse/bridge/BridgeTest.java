package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.queue.InMemoryQueue;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge, whole, against the simulator. */
class BridgeTest {
  private final RecordingQueue queue = new RecordingQueue();
  private final InMemoryQueue commands = new InMemoryQueue(Clock.systemUTC());
  private final InMemoryTable table = new InMemoryTable();
  private Simulator simulator;
  private Person ada;

  @BeforeEach
  void startSimulator() {
    simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
    ada = new Person(simulator.url());
  }

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  private Bridge bridge(Map<String, String> extra) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "DISCORD_TOKEN", "a-token-of-a-bot",
                "DISCORD_API_URL", simulator.apiUrl(),
                "DISCORD_INTENTS", "GUILDS,GUILD_MESSAGES,MESSAGE_CONTENT",
                "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
                "MANAGEMENT_PORT", "0"));
    environment.putAll(extra);
    Optional<Table> state =
        extra.containsKey("STATE_TABLE") ? Optional.of(table) : Optional.empty();
    return start(
        environment, new CloudPorts(queue, Optional.of(commands), state, Optional.empty()));
  }

  private static Bridge start(Map<String, String> environment, CloudPorts cloud) {
    return Bridge.start(
        BridgeSettings.of(environment),
        SessionTimeouts.DEFAULT,
        cloud,
        new Clocks(Clock.systemUTC(), System::nanoTime));
  }

  private static void awaitReady(Bridge bridge) {
    Await.until("the bridge is ready: " + bridge.health(), () -> bridge.health().ready());
  }

  private void awaitMessages(int count) {
    Await.until(count + " messages are on the queue", () -> queue.messages().size() >= count);
  }

  private List<String> payloads() {
    return queue.messages().stream()
        .map(GatewayEvent.class::cast)
        .map(event -> ((Payload.Inline) event.payload()).json().text())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zlib", "zstd"})
  void putsWhatAPersonSaysOnTheQueue(String compression) {
    try (Bridge bridge = bridge(Map.of("BRIDGE_COMPRESSION", compression))) {
      awaitReady(bridge);
      ada.says("good \"morning\" ☕");
      awaitMessages(1);
    }

    GatewayEvent event = (GatewayEvent) queue.messages().getFirst();
    assertThat(event.name()).isEqualTo("MESSAGE_CREATE");
    assertThat(event.channelId()).isEqualTo(ada.channelId());
    assertThat(event.authorIsBot()).isFalse();
    assertThat(payloads().getFirst().contains("good \\\"morning\\\" ☕")).isTrue();
  }

  /** Also in a process that resumes, to which nobody tells of the guilds again. */
  @Test
  void aMentionOfTheBotsRoleIsOneOfTheBot() {
    Map<String, String> settings =
        Map.of("BRIDGE_FILTER_MENTIONS_ONLY", "true", "STATE_TABLE", "state");
    try (Bridge bridge = bridge(settings)) {
      awaitReady(bridge);
      ada.says("nobody");
      ada.says("<@&" + ada.roleOfTheBot() + "> one");
      awaitMessages(1);
    }
    try (Bridge bridge = bridge(settings)) {
      awaitReady(bridge);
      assertThat(bridge.metrics().sessions.value()).as("it resumed").isZero();
      ada.says("nobody");
      ada.says("<@&" + ada.roleOfTheBot() + "> two");
      awaitMessages(2);
    }

    assertThat(queue.messages())
        .map(GatewayEvent.class::cast)
        .allMatch(GatewayEvent::mentionsUs)
        .allMatch(event -> ada.roleOfTheBot().equals(event.ourRole()));
  }

  @Test
  void saysAtItsStartWhatIsNotWell() {
    Map<String, String> environment =
        Map.of(
            "DISCORD_TOKEN", "a-token-of-a-bot",
            "DISCORD_API_URL", simulator.apiUrl(),
            "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
            "MANAGEMENT_PORT", "0");
    CloudPorts cloud =
        new CloudPorts(
            queue,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            () -> {
              throw new CredentialsUnavailableException("nobody has any", null);
            },
            () -> {});
    try (LogLines log = new LogLines("dev.gatehouse.bridge.Problems");
        Bridge bridge = start(environment, cloud)) {
      awaitReady(bridge);

      for (String remedy : List.of("AWS_ACCESS_KEY_ID", "STATE_TABLE", "CLAIMS_BUCKET")) {
        assertThat(log.lines()).anyMatch(line -> line.startsWith("WARN") && line.contains(remedy));
        assertThat(bridge.health().problems()).anyMatch(problem -> problem.contains(remedy));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "op7", "op9", "cut_mid_frame", "malformed_frame"})
  void losesNothingWhenItsConnectionGoes(String fault) {
    try (Bridge bridge = bridge(Map.of())) {
      awaitReady(bridge);
      ada.says("one");
      awaitMessages(1);
      ada.fault("{\"kind\":\"" + fault + "\",\"resumable\":true}");
      ada.says("two");
      ada.says("three");
      awaitMessages(3);
    }

    assertThat(queue.messages().size()).isEqualTo(3);
    assertThat(payloads().get(1).contains("two") && payloads().get(2).contains("three")).isTrue();
    assertThat(queue.repeated()).isEqualTo(0);
  }

  @Test
  void tellsOfTheGapWhenTheSessionIsRefused() {
    try (Bridge bridge = bridge(Map.of())) {
      awaitReady(bridge);
      ada.says("one");
      awaitMessages(1);
      ada.fault("{\"kind\":\"op9\",\"resumable\":false}");
      awaitMessages(2);
      Await.until("a new session is live", () -> bridge.metrics().sessions.value() == 2);
      awaitReady(bridge);
      ada.says("two");
      awaitMessages(3);
    }

    GatewayEvent one = (GatewayEvent) queue.messages().get(0);
    GapDetected gap = (GapDetected) queue.messages().get(1);
    GatewayEvent two = (GatewayEvent) queue.messages().get(2);
    assertThat(gap.session()).isEqualTo(one.session());
    assertThat(gap.lastDurableSequence()).isEqualTo(one.sequence());
    assertThat(two.session()).isNotEqualTo(one.session());
  }

  /** What is said in between is in no session: whoever catches up on the gap must find it. */
  @Test
  void tellsOfTheGapOnceNothingCanBeMissedAnyMore() {
    try (Bridge bridge = bridge(Map.of())) {
      awaitReady(bridge);
      ada.fault("{\"kind\":\"op9\",\"resumable\":false}");
      Await.until("the session is refused", () -> bridge.metrics().gaps.value() == 1);
      ada.says("unheard");
      awaitMessages(1);
      assertThat(bridge.metrics().identifies.value())
          .as("READY came before the gap is told")
          .isEqualTo(2);
      ada.says("heard");
      awaitMessages(2);
    }

    assertThat(queue.messages().getFirst()).isInstanceOf(GapDetected.class);
    GatewayEvent heard = (GatewayEvent) queue.messages().getLast();
    assertThat(((Payload.Inline) heard.payload()).json().text().contains("\"heard\"")).isTrue();
    assertThat(queue.messages().size()).isEqualTo(2);
  }

  @Test
  void tellsOfTheGapThatItsPredecessorHadNoTimeToTell() {
    Map<String, String> durable = Map.of("STATE_TABLE", "state");
    try (Bridge bridge = bridge(durable)) {
      awaitReady(bridge);
      ada.says("one");
      awaitMessages(1);
      ada.fault("{\"kind\":\"op9\",\"resumable\":false}");
      Await.until("the session is refused", () -> bridge.metrics().gaps.value() == 1);
    }
    assertThat(queue.messages().size()).isEqualTo(1);
    try (Bridge bridge = bridge(durable)) {
      awaitReady(bridge);
      awaitMessages(2);
    }

    GatewayEvent one = (GatewayEvent) queue.messages().getFirst();
    GapDetected gap = (GapDetected) queue.messages().getLast();
    assertThat(gap.session()).isEqualTo(one.session());
    assertThat(gap.lastDurableSequence()).isEqualTo(one.sequence());
  }

  @Test
  void resumesWhatItsPredecessorLeft() {
    Map<String, String> durable = Map.of("STATE_TABLE", "state");
    try (Bridge bridge = bridge(durable)) {
      awaitReady(bridge);
      ada.says("one");
      awaitMessages(1);
    }
    ada.says("two, while nobody listens");
    try (Bridge bridge = bridge(durable)) {
      awaitReady(bridge);
      ada.says("three");
      awaitMessages(3);
      assertThat(bridge.metrics().identifies.value()).isEqualTo(0);
      assertThat(bridge.metrics().resumes.value()).isEqualTo(1);
    }

    assertThat(queue.messages().size()).isEqualTo(3);
    assertThat(queue.repeated()).isEqualTo(0);
  }

  @Test
  void carriesCommandsToTheGateway() {
    Map<String, String> chunks =
        Map.of(
            "BRIDGE_FILTER_EVENTS", "GUILD_MEMBERS_CHUNK",
            "DISCORD_INTENTS", "GUILDS,GUILD_MEMBERS");
    try (Bridge bridge = bridge(chunks)) {
      awaitReady(bridge);
      GatewayCommand command =
          new GatewayCommand.RequestMembers(1, new Platform("discord"), "c1", ada.guildId(), "", 0);
      commands.send(
          new OutgoingMessage(
              command.groupId(), command.deduplicationId(), MessageCodec.encode(command)));
      awaitMessages(1);
      Await.until("the command is deleted", () -> commands.remaining().isEmpty());
    }

    assertThat(((GatewayEvent) queue.messages().getFirst()).name())
        .isEqualTo("GUILD_MEMBERS_CHUNK");
  }

  @Test
  void saysWhatIsDegraded() {
    try (Bridge bridge = bridge(Map.of())) {
      awaitReady(bridge);

      assertThat(bridge.health().problems().getFirst().startsWith("STATE_TABLE is not set"))
          .isTrue();
    }
  }
}
