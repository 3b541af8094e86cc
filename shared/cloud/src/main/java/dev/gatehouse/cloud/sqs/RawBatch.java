package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one call.
 *
 * @param entries 1 to {@link QueueSender#MAX_BATCH}, of {@link QueueSender#MAX_BYTES} in all
 */
public record RawBatch(List<RawEntry> entries) {
  public RawBatch {
    entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > QueueSender.MAX_BATCH) {
      throw new IllegalArgumentException(
          "entries: a batch takes 1 to " + QueueSender.MAX_BATCH + ", was " + entries.size());
    }
    long bytes = bytes(entries);
    if (bytes > QueueSender.MAX_BYTES) {
      throw new IllegalArgumentException(
          "entries: a batch takes " + QueueSender.MAX_BYTES + " bytes, was " + bytes);
    }
  }

  static RawBatch of(List<OutgoingMessage> messages) {
    List<RawEntry> entries = new ArrayList<>(messages.size());
    for (OutgoingMessage message : messages) {
      byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
      entries.add(RawEntry.of(message.groupId(), message.deduplicationId(), body));
    }
    return new RawBatch(entries);
  }

  private static long bytes(List<RawEntry> entries) {
    long sum = 0;
    for (RawEntry entry : entries) {
      sum += entry.length();
    }
    return sum;
  }
}
