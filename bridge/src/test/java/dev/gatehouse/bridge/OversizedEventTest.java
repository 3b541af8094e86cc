package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

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

      assertThat(sequences()).isEqualTo(List.of(3L));
      assertThat(bridge.metrics().rejected.value()).isEqualTo(1);
      assertThat(bridge.metrics().claims.value()).isEqualTo(0);
      assertThat(bridge.metrics().print().contains("events_rejected_total 1\n"))
          .as(bridge.metrics()::print)
          .isTrue();
      assertThat(
              bridge
                  .health()
                  .problems()
                  .contains("CLAIMS_BUCKET is not set: events above 1 MiB cannot be sent"))
          .as(bridge.health()::toString)
          .isTrue();
    }
  }

  @Test
  void withAStoreItGoesByClaimCheck(@TempDir Path directory) {
    try (Bridge bridge = bridge(Map.of("CLAIMS_DIRECTORY", directory.toString()))) {
      sayTooMuchAndThenLittle();

      assertThat(sequences()).isEqualTo(List.of(2L, 3L));
      assertThat(((GatewayEvent) queue.messages().getFirst()).payload())
          .isInstanceOf(Payload.Claimed.class);
      assertThat(bridge.metrics().rejected.value()).isEqualTo(0);
      assertThat(bridge.metrics().claims.value()).isEqualTo(1);
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
