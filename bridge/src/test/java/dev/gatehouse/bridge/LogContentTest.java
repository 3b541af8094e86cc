package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.EchoServer.Answer;
import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.queue.InMemoryQueue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Promise 5: logs carry no message content")
class LogContentTest {
  private static final String SECRET = "Kx7private9words";
  private static final int OVERSIZED = 1_200_000;

  private final ScriptedGateway gateway = ScriptedGateway.open();
  private final RecordingQueue queue = new RecordingQueue();
  private final LogLines bridgeLog = new LogLines("dev.gatehouse.bridge");
  private final LogLines cloudLog = new LogLines("dev.gatehouse.cloud");

  LogContentTest() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    bridgeLog.close();
    cloudLog.close();
    gateway.close();
  }

  private Map<String, String> environment(Map<String, String> extra) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "DISCORD_TOKEN", "a-token-of-a-bot",
                "DISCORD_API_URL", gateway.apiUrl(),
                "EVENTS_QUEUE_URL", "http://127.0.0.1:1/queue/events.fifo",
                "BRIDGE_COMPRESSION", "none",
                "BRIDGE_STOP_MILLIS", "200",
                "MANAGEMENT_PORT", "0",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "no-secret"));
    environment.putAll(extra);
    return environment;
  }

  /** A bridge whose queue takes all. */
  private Bridge bridge(CloudPorts cloud) {
    return bridge(cloud, Map.of());
  }

  private Bridge bridge(CloudPorts cloud, Map<String, String> extra) {
    return ready(
        Bridge.start(
            BridgeSettings.of(environment(extra)),
            SessionTimeouts.DEFAULT,
            cloud,
            new Clocks(Clock.systemUTC(), System::nanoTime)));
  }

  /** A bridge with the real clients. */
  private Bridge bridge(Map<String, String> extra) {
    return ready(Bridge.start(environment(extra), Clock.systemUTC(), System::nanoTime));
  }

  private static Bridge ready(Bridge bridge) {
    Await.until("the bridge is ready", () -> bridge.health().ready());
    return bridge;
  }

  private Stream<String> lines() {
    return Stream.concat(bridgeLog.lines().stream(), cloudLog.lines().stream());
  }

  private void awaitLine(String text) {
    Await.until("a line says: " + text, () -> lines().anyMatch(line -> line.contains(text)));
  }

  private void assertNoContent() {
    assertThat(lines().anyMatch(line -> line.contains("session started")))
        .as("there is a log")
        .isTrue();
    assertThat(lines().filter(LogContentTest::holdsContent).toList()).isEmpty();
  }

  /** As it is, or in Base64, wherever it begins in a group of three bytes. */
  private static boolean holdsContent(String line) {
    return line.contains(SECRET)
        || IntStream.range(0, 3).mapToObj(LogContentTest::encoded).anyMatch(line::contains);
  }

  private static String encoded(int offset) {
    String whole = SECRET.substring(offset, offset + 12);
    return Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFinal(Answer answer) {
    return answer == Answer.REJECTED_CALL || answer == Answer.REFUSED_ENTRY;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "XML")
  void whenTheQueueQuotesAMessage(Answer answer) throws Exception {
    try (EchoServer sqs = new EchoServer(answer);
        Bridge bridge = bridge(Map.of("EVENTS_QUEUE_URL", sqs.url() + "/q/events.fifo"))) {
      gateway.say(SECRET);
      Await.until("the queue was asked", () -> sqs.calls() > 0);
      awaitLine(isFinal(answer) ? "an event can never reach the queue" : "does not take events");
      assertThat(bridge.metrics().sent.value()).isEqualTo(0);
    }

    assertNoContent();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILURE", "REJECTED_CALL", "NOT_UNDERSTOOD", "PAGE"})
  void whenTheTableOfClaimsQuotesAnOversizedMessage(Answer answer) throws Exception {
    try (EchoServer dynamo = new EchoServer(answer);
        Bridge bridge =
            bridge(Map.of("CLAIMS_TABLE", "claims", "AWS_ENDPOINT_URL_DYNAMODB", dynamo.url()))) {
      gateway.say(SECRET.repeat(OVERSIZED / SECRET.length()));
      Await.until("the table was asked", () -> dynamo.calls() > 0);
      awaitLine("does not take events");
      assertThat(bridge.metrics().claims.value()).isEqualTo(0);
    }

    assertNoContent();
  }

  @ParameterizedTest
  @EnumSource(names = {"XML", "PAGE"})
  void whenTheBucketOfClaimsQuotesAnOversizedMessage(Answer answer) throws Exception {
    try (EchoServer s3 = new EchoServer(answer);
        Bridge bridge =
            bridge(Map.of("CLAIMS_BUCKET", "claims", "AWS_ENDPOINT_URL_S3", s3.url()))) {
      gateway.say(SECRET.repeat(OVERSIZED / SECRET.length()));
      Await.until("the bucket was asked", () -> s3.calls() > 0);
      awaitLine("does not take events");
      assertThat(bridge.metrics().claims.value()).isEqualTo(0);
    }

    assertNoContent();
  }

  @Test
  void whenAnOversizedMessageHasNowhereToGo() {
    try (Bridge bridge = bridge(Map.of())) {
      gateway.say(SECRET.repeat(OVERSIZED / SECRET.length()));
      Await.until("it is dropped", () -> bridge.metrics().rejected.value() == 1);
    }

    awaitLine("an event can never reach the queue");
    assertNoContent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET",
        "\"SECRET\"",
        "{\"SECRET\"",
        "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"d\":{\"content\":\"SECRET",
        "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"d\":{\"content\":SECRET}}",
        "{\"op\":0,\"s\":2,\"t\":\"READY\",\"d\":{\"session_id\":SECRET}}",
        "{\"op\":0,\"s\":2,\"t\":\"READY\",\"d\":{\"SECRET\":1}}",
        "{\"op\":10,\"d\":{\"heartbeat_interval\":SECRET}}",
        "{\"op\":10,\"d\":{\"heartbeat_interval\":\"SECRET\"}}",
        "{\"op\":10,\"d\":\"SECRET\"}",
        "{\"op\":0} SECRET"
      })
  void whenAFrameIsMalformed(String frame) {
    try (Bridge bridge = bridge(ports(Optional.empty()))) {
      gateway.send(frame.replace("SECRET", SECRET));
      Await.until("it is counted", () -> bridge.metrics().malformed.value() > 0);
      gateway.say(SECRET);
      Await.until("the next one is handled", () -> queue.messages().size() == 1);
    }

    awaitLine("malformed frame");
    assertNoContent();
  }

  @Test
  void whenTheGatewayGivesAReason() {
    try (Bridge bridge = bridge(ports(Optional.empty()))) {
      gateway.end(4000, SECRET);
      Await.until("it has resumed", () -> bridge.metrics().resumes.value() == 1);
    }

    awaitLine("closed by the gateway");
    assertNoContent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET",
        "{\"v\":1,\"kind\":\"SECRET\"}",
        "{\"v\":1,\"kind\":SECRET}",
        "{\"v\":1,\"kind\":\"update_presence\",\"SECRET\":1}",
        "{\"v\":1,\"kind\":\"request_members\",\"command_id\":\"c\",\"guild_id\":\"SECRET\","
            + "\"query\":\"\",\"limit\":0}",
        "{\"v\":1,\"kind\":\"request_members\",\"command_id\":\"c\",\"guild_id\":\"1\","
            + "\"query\":\"SECRET\",\"limit\":\"SECRET\"}"
      })
  void whenACommandIsRefused(String command) {
    InMemoryQueue commands = new InMemoryQueue(Clock.systemUTC());
    try (Bridge bridge = bridge(ports(Optional.of(commands)))) {
      commands.send(new OutgoingMessage("group", "id", command.replace("SECRET", SECRET)));
      awaitLine("command refused");
      assertThat(bridge.metrics().commands.value()).isEqualTo(0);
    }

    assertNoContent();
  }

  /** The simulator in the gateway's place: compressed streams, and faults that break them. */
  @ParameterizedTest
  @ValueSource(strings = {"zstd", "zlib", "none"})
  void whenItsConnectionsBreak(String compression) {
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC());
    try (Simulator simulator = Simulator.start(config.withRateLimits(false))) {
      Person ada = new Person(simulator.url());
      Map<String, String> there =
          Map.of(
              "DISCORD_API_URL",
              simulator.apiUrl(),
              "DISCORD_INTENTS",
              "GUILDS,GUILD_MESSAGES,MESSAGE_CONTENT",
              "BRIDGE_COMPRESSION",
              compression);
      try (Bridge bridge = bridge(ports(Optional.empty()), there)) {
        for (String fault : List.of("malformed_frame", "cut_mid_frame", "drop", "op7")) {
          ada.fault("{\"kind\":\"" + fault + "\"}");
          ada.says(SECRET);
        }
        Await.until("all came", () -> queue.messages().size() == 4);
        assertThat(bridge.metrics().resumes.value() > 0).isTrue();
      }
    }

    assertNoContent();
  }

  @Test
  void whenAllIsWell() {
    try (Bridge bridge = bridge(ports(Optional.empty()))) {
      gateway.say(SECRET);
      Await.until("it is on the queue", () -> queue.messages().size() == 1);
      assertThat(bridge.metrics().malformed.value()).isEqualTo(0);
    }

    assertNoContent();
  }

  private CloudPorts ports(Optional<InMemoryQueue> commands) {
    return new CloudPorts(queue, commands.map(q -> q), Optional.empty(), Optional.empty());
  }
}
