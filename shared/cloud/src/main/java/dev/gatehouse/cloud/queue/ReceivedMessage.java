package dev.gatehouse.cloud.queue;

/**
 * A message that was taken from a queue and is invisible to others for now.
 *
 * @param receipt deletes it
 * @param receiveCount how often it was handed out, this time included
 */
public record ReceivedMessage(
    String messageId, String groupId, String receipt, int receiveCount, String body) {
  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "ReceivedMessage[" + messageId + " of " + groupId + ", try " + receiveCount + "]";
  }
}
