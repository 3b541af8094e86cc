package dev.gatehouse.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(left(answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}")))
        .isEqualTo(List.of("2", "3"));
    assertThat(left(answered("{\"batchItemFailures\":[]}"))).isEmpty();
  }

  @Test
  void startsAgainWhenTheWholeCallFailed() {
    assertThat(left(new Outcome.Failed(new IllegalStateException())))
        .isEqualTo(List.of("1", "2", "3"));
    assertThat(left(new Outcome.TimedOut(Duration.ofSeconds(1)))).isEqualTo(List.of("1", "2", "3"));
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
