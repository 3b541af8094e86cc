package dev.gatehouse.cloud.queue;

/**
 * A message for a FIFO queue.
 *
 * @param groupId messages of one group are delivered in order; at most 128 characters
 * @param deduplicationId a second message with it within five minutes is accepted and dropped; at
 *     most 128 characters
 * @param body 1 byte to 1 MiB of UTF-8
 */
public record OutgoingMessage(String groupId, String deduplicationId, String body) {
  public OutgoingMessage {
    QueueIds.check("groupId", groupId);
    QueueIds.check("deduplicationId", deduplicationId);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("body: must not be empty, SQS refuses it");
    }
  }

  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + groupId + ", " + deduplicationId + "]";
  }
}
