package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process as it is shipped, and messages as large as the default of {@code BRIDGE_MESSAGE_MIB}
 * allows.
 */
class LargestMessageTest {
  private static final int LARGEST = 8 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RecordingQueue queue = new RecordingQueue();
  private final SqsEndpoint sqs = SqsEndpoint.open(queue);
  private final Random random = new Random(2026);
  private ScriptedGateway gateway;

  @TempDir private Path directory;

  @BeforeEach
  void open() throws Exception {
    gateway = ScriptedGateway.open();
  }

  @AfterEach
  void close() throws InterruptedException {
    gateway.close();
    sqs.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zlib", "zstd"})
  void comesThroughByClaimCheckAndTheProcessLivesOn(String compression) throws Exception {
    try (ChildBridge bridge = ChildBridge.startAsShipped(log(), environment(compression))) {
      List<String> said = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        say(said, large(LARGEST));
        awaitMessages(said.size());
      }
      say(said, data("a small one"));
      awaitMessages(said.size());

      assertThat(received()).isEqualTo(said);
      assertThat(bridge.isAlive()).as(() -> "it ended: " + logged()).isTrue();
      assertThat(gateway.logins().size()).as(() -> "it logged in again: " + logged()).isEqualTo(1);
    }
  }

  /** What is above the limit is let pass, and its session goes on as if it had come. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "zlib", "zstd"})
  void letsALargerOnePassAndTellsOfIt(String compression) throws Exception {
    try (ChildBridge bridge = ChildBridge.startAsShipped(log(), environment(compression))) {
      List<String> said = new ArrayList<>();
      say(said, data("before"));
      for (int i = 0; i < 3; i++) {
        gateway.dispatch(large(2 * LARGEST));
      }
      say(said, data("behind"));
      awaitMessages(said.size());

      assertThat(received()).isEqualTo(said);
      assertThat(bridge.isAlive()).as(() -> "it ended: " + logged()).isTrue();
      assertThat(gateway.logins().size()).as(() -> "it logged in again: " + logged()).isEqualTo(1);
      assertThat(logged())
          .contains("a message above BRIDGE_MESSAGE_MIB is lost")
          .contains("{\"event\":\"MESSAGE_CREATE\"}")
          .contains("{\"bytes\":\"" + 2 * LARGEST + "\"}");
    }
  }

  private void say(List<String> said, String data) {
    said.add(brief(data));
    gateway.dispatch(data);
  }

  /** Data whose dispatch is of that size, and which no compression makes much shorter. */
  private String large(int size) {
    int room = size - gateway.envelope() - data("").length();
    StringBuilder content = new StringBuilder(room);
    while (content.length() < room) {
      content.append(Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
    }
    content.setLength(room);
    return data(content.toString());
  }

  private static String data(String content) {
    return "{\"id\":\"5\",\"channel_id\":\"6\",\"guild_id\":\"7\",\"author\":{\"id\":\"8\"},"
        + ("\"content\":\"" + content + "\"}");
  }

  /** The spool takes the next one while the last one leaves: this gateway repeats nothing. */
  private Map<String, String> environment(String compression) {
    return new HashMap<>(
        Map.of(
            "DISCORD_TOKEN",
            "a-token-of-a-bot",
            "DISCORD_API_URL",
            gateway.apiUrl(),
            "EVENTS_QUEUE_URL",
            sqs.url().toString(),
            "CLAIMS_DIRECTORY",
            claims().toString(),
            "BRIDGE_COMPRESSION",
            compression,
            "AWS_REGION",
            "eu-central-1",
            "AWS_ACCESS_KEY_ID",
            "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY",
            "no-secret",
            "BRIDGE_SPOOL_MIB",
            Integer.toString((LARGEST >> 20) + 1),
            "MANAGEMENT_PORT",
            "0"));
  }

  private void awaitMessages(int count) {
    Await.value(
        count + " messages",
        PATIENCE,
        () -> new Progress(queue.messages().size(), logged()),
        progress -> progress.messages() >= count);
  }

  /** What is told when it is not enough. */
  private record Progress(int messages, String log) {}

  private List<String> received() {
    DirectoryBlobs blobs = new DirectoryBlobs(claims(), Duration.ofDays(1), Clock.systemUTC());
    List<String> received = new ArrayList<>();
    for (var message : queue.messages()) {
      received.add(
          brief(
              switch (assertThat(message)
                  .asInstanceOf(type(GatewayEvent.class))
                  .actual()
                  .payload()) {
                case Payload.Inline inline -> inline.json().text();
                case Payload.Claimed claim -> {
                  byte[] bytes = blobs.get(claim.key()).orElseThrow();
                  assertThat(bytes.length).isEqualTo(claim.bytes());
                  yield new String(bytes, StandardCharsets.UTF_8);
                }
              }));
    }
    return received;
  }

  /** Stands for a text that is too long to be shown. */
  private static String brief(String text) {
    return text.length() + " characters with the hash " + text.hashCode();
  }

  private Path claims() {
    return directory.resolve("claims");
  }

  private Path log() {
    return directory.resolve("log");
  }

  private String logged() {
    return ChildBridge.logged(log());
  }
}
