package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.QueueIds;
import java.util.Objects;

/**
 * A message whose body is a part of a larger array, so that nobody has to copy it.
 *
 * @param groupId 1 to 128 characters
 * @param deduplicationId 1 to 128 characters
 * @param body UTF-8; must not change until the call that sends it returns
 * @param offset where the message begins
 * @param length in bytes, 1 or more
 */
@SuppressWarnings("ArrayRecordComponent") // The array is shared so that no body is copied.
public record RawEntry(
    String groupId, String deduplicationId, byte[] body, int offset, int length) {
  public RawEntry {
    QueueIds.check("groupId", groupId);
    QueueIds.check("deduplicationId", deduplicationId);
    Objects.checkFromIndexSize(offset, length, body.length);
    if (length == 0) {
      throw new IllegalArgumentException("body: must not be empty, SQS refuses it");
    }
  }

  /** A message whose body is the whole array. */
  public static RawEntry of(String groupId, String deduplicationId, byte[] body) {
    return new RawEntry(groupId, deduplicationId, body, 0, body.length);
  }

  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "RawEntry[" + groupId + ", " + deduplicationId + ", " + length + " bytes]";
  }
}
