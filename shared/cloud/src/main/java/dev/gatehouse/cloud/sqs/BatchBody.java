package dev.gatehouse.cloud.sqs;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of a SendMessageBatch call; an entry's id is its index.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
 */
final class BatchBody {
  private static final byte[] ENTRIES = ascii(",\"Entries\":[");
  private static final byte[] ID = ascii("{\"Id\":\"");
  private static final byte[] GROUP = ascii("\",\"MessageGroupId\":\"");
  private static final byte[] DEDUPLICATION = ascii("\",\"MessageDeduplicationId\":\"");
  private static final byte[] BODY = ascii("\",\"MessageBody\":\"");
  private static final byte[] ENTRY_END = ascii("\"}");
  private static final byte[] END = ascii("]}");

  private final byte[] start;

  BatchBody(String queueUrl) {
    byte[] url = queueUrl.getBytes(StandardCharsets.UTF_8);
    start =
        new ByteOutput()
            .ascii("{\"QueueUrl\":\"")
            .escaped(url, 0, url.length)
            .add((byte) '"')
            .add(ENTRIES)
            .toArray();
  }

  void write(RawBatch batch, ByteOutput target) {
    target.add(start);
    List<RawEntry> entries = batch.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        target.add((byte) ',');
      }
      write(i, entries.get(i), target);
    }
    target.add(END);
  }

  private static void write(int id, RawEntry entry, ByteOutput target) {
    target.add(ID).add((byte) ('0' + id)).add(GROUP);
    escaped(entry.groupId(), target);
    target.add(DEDUPLICATION);
    escaped(entry.deduplicationId(), target);
    target.add(BODY).escaped(entry.body(), entry.offset(), entry.length()).add(ENTRY_END);
  }

  private static void escaped(String text, ByteOutput target) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    target.escaped(bytes, 0, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
