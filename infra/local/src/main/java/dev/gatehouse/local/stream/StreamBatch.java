package dev.gatehouse.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.host.Outcome;
import dev.gatehouse.local.queue.BatchReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records of one shard, in order.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">The event's shape</a>
 */
record StreamBatch(List<JsonNode> records) {
  private static final ObjectMapper JSON = new ObjectMapper();

  byte[] toEvent(String streamArn) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode array = event.putArray("Records");
    records.forEach(r -> array.add(((ObjectNode) r.deepCopy()).put("eventSourceARN", streamArn)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What is left to do: everything from the first record that failed. */
  StreamBatch after(Outcome outcome, boolean reportsItems) {
    return switch (outcome) {
      case Outcome.Answered(byte[] answer) ->
          reportsItems ? from(BatchReport.failed(answer, numbers())) : new StreamBatch(List.of());
      case Outcome.Failed _, Outcome.TimedOut _ -> this;
    };
  }

  boolean isDone() {
    return records.isEmpty();
  }

  private StreamBatch from(Set<String> failed) {
    int first =
        IntStream.range(0, records.size())
            .filter(i -> failed.contains(number(records.get(i))))
            .findFirst()
            .orElse(records.size());
    return new StreamBatch(records.subList(first, records.size()));
  }

  private Set<String> numbers() {
    return records.stream().map(StreamBatch::number).collect(Collectors.toUnmodifiableSet());
  }

  private static String number(JsonNode entry) {
    return entry.path("dynamodb").path("SequenceNumber").asText();
  }
}
