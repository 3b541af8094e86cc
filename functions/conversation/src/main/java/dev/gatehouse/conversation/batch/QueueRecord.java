package dev.gatehouse.conversation.batch;

/**
 * One record of an SQS event (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">shape</a>).
 *
 * @param groupId records of one group are handled in order
 * @param receiveCount how often it was delivered, this time included
 */
public record QueueRecord(String messageId, String groupId, int receiveCount, String body) {
  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "record " + messageId + " of group " + groupId + ", delivery " + receiveCount;
  }
}
