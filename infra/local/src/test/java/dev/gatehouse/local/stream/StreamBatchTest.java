package dev.gatehouse.local.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.local.host.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Record;

final class StreamBatchTest {
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
        .map(r -> r.dynamodb().sequenceNumber())
        .toList();
  }

  private static Outcome answered(String json) {
    return new Outcome.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Record entry(String number) {
    return Record.builder().dynamodb(change -> change.sequenceNumber(number)).build();
  }
}
