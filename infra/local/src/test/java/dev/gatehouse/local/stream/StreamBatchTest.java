package dev.gatehouse.local.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.host.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StreamBatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamBatch batch =
      new StreamBatch(Stream.of("1", "2", "3").map(StreamBatchTest::entry).toList());

  @Test
  void goesOnFromTheFirstRecordThatFailed() {
    assertEquals(
        List.of("2", "3"), left(answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}")));
    assertEquals(List.of(), left(answered("{\"batchItemFailures\":[]}")));
  }

  @Test
  void startsAgainWhenTheWholeCallFailed() {
    assertEquals(List.of("1", "2", "3"), left(new Outcome.Failed(new IllegalStateException())));
    assertEquals(List.of("1", "2", "3"), left(new Outcome.TimedOut(Duration.ofSeconds(1))));
  }

  private List<String> left(Outcome outcome) {
    return batch.after(outcome, true).records().stream()
        .map(r -> r.path("dynamodb").path("SequenceNumber").asText())
        .toList();
  }

  private static Outcome answered(String json) {
    return new Outcome.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode entry(String number) {
    ObjectNode entry = JSON.createObjectNode();
    entry.putObject("dynamodb").put("SequenceNumber", number);
    return entry;
  }
}
