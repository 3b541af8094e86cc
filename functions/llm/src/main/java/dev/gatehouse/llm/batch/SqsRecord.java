package dev.gatehouse.llm.batch;

/**
 * One message of a batch.
 *
 * @param messageId what a failure is reported by
 * @param groupId the FIFO group; empty outside FIFO queues
 * @param receiveCount how often the queue has handed it out, this time included
 */
public record SqsRecord(String messageId, String groupId, int receiveCount, String body) {
  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "SqsRecord[" + messageId + " of " + groupId + ", try " + receiveCount + "]";
  }
}
