package dev.gatehouse.local.stream;

import dev.gatehouse.local.host.Outcome;
import dev.gatehouse.local.queue.BatchReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records of one shard, in order. */
record StreamBatch(List<Record> records) {
  byte[] toEvent(String streamArn) {
    return StreamEvent.toJson(records, streamArn);
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

  private static String number(Record one) {
    return one.dynamodb().sequenceNumber();
  }
}
