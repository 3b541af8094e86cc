package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.testkit.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that is larger than a queue takes, with and without a claim store. */
class OversizedEventTest {
  private final RecordingQueue queue = new RecordingQueue();
  private final SqsEndpoint sqs = SqsEndpoint.open(queue);
  private ScriptedGateway gateway;

  @BeforeEach
  void open() throws Exception {
    gateway = ScriptedGateway.open();
  }

  @AfterEach
  void close() throws InterruptedException {
    gateway.close();
    sqs.close();
  }

  @Test
  void withoutAStoreItIsRejectedAndCountedAndTheNextOneComes() {
    try (Bridge bridge = bridge(Map.of())) {
      sayTooMuchAndThenLittle();

      assertEquals(List.of(3L), sequences());
      assertEquals(1, bridge.metrics().rejected.value());
      assertEquals(0, bridge.metrics().claims.value());
      assertTrue(
          bridge.metrics().print().contains("events_rejected_total 1\n"), bridge.metrics()::print);
      assertTrue(
          bridge
              .health()
              .problems()
              .contains("CLAIMS_BUCKET is not set: events above 1 MiB cannot be sent"),
          bridge.health()::toString);
    }
  }

  @Test
  void withAStoreItGoesByClaimCheck(@TempDir Path directory) {
    try (Bridge bridge = bridge(Map.of("CLAIMS_DIRECTORY", directory.toString()))) {
      sayTooMuchAndThenLittle();

      assertEquals(List.of(2L, 3L), sequences());
      assertInstanceOf(
          Payload.Claimed.class, ((GatewayEvent) queue.messages().getFirst()).payload());
      assertEquals(0, bridge.metrics().rejected.value());
      assertEquals(1, bridge.metrics().claims.value());
    }
  }

  /** In one channel, so that the second one's arrival tells what became of the first. */
  private void sayTooMuchAndThenLittle() {
    gateway.dispatch(data("x".repeat(QueueSender.MAX_BYTES)));
    gateway.dispatch(data("little"));
    Await.until("the last event is there", () -> sequences().contains(3L));
  }

  private List<Long> sequences() {
    return queue.messages().stream().map(event -> ((GatewayEvent) event).sequence()).toList();
  }

  private static String data(String content) {
    return "{\"id\":\"5\",\"channel_id\":\"6\",\"content\":\"" + content + "\"}";
  }

  private Bridge bridge(Map<String, String> extra) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "DISCORD_TOKEN", "a-token-of-a-bot",
                "DISCORD_API_URL", gateway.apiUrl(),
                "EVENTS_QUEUE_URL", sqs.url().toString(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "no-secret",
                "MANAGEMENT_PORT", "0"));
    environment.putAll(extra);
    return Bridge.start(environment, Clock.systemUTC(), System::nanoTime);
  }
}
