package dev.gatehouse.lambda;

import dev.gatehouse.contracts.InvalidFieldException;

/**
 * One message of a batch.
 *
 * @param messageId what a failure is reported by
 * @param groupId the FIFO group, whose records are handled in order; outside a FIFO queue the
 *     message's own id, since each stands for itself there
 * @param receipt stands for this delivery in what is said to the queue
 * @param receiveCount how often the queue has handed it out, this time included
 */
public record SqsRecord(
    String messageId, String groupId, String receipt, int receiveCount, String body) {
  public SqsRecord {
    if (messageId.isEmpty()) {
      throw new InvalidFieldException("messageId", "must not be empty");
    }
    if (groupId.isEmpty()) {
      throw new InvalidFieldException("groupId", "must not be empty");
    }
    if (receiveCount < 1) {
      throw new InvalidFieldException("receiveCount", "must be at least 1, was " + receiveCount);
    }
  }

  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "record " + messageId + " of group " + groupId + ", delivery " + receiveCount;
  }
}
