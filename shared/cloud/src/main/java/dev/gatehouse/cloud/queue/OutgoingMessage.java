package dev.gatehouse.cloud.queue;

/**
 * A message for a FIFO queue.
 *
 * @param groupId messages of one group are delivered in order; at most 128 characters
 * @param deduplicationId a second message with it within five minutes is accepted and dropped
 * @param body at most 1 MiB of UTF-8
 */
public record OutgoingMessage(String groupId, String deduplicationId, String body) {
  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + groupId + ", " + deduplicationId + "]";
  }
}
