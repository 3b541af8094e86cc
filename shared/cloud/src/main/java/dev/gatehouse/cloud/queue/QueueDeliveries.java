package dev.gatehouse.cloud.queue;

import java.time.Duration;

/**
 * What a consumer says of a message that it was handed and cannot end by deleting it. Safe for many
 * threads.
 */
public interface QueueDeliveries {
  /**
   * Sets when the message is handed out again, counted from now; its group waits as long.
   *
   * @param receipt of the delivery that the consumer holds
   * @param wait whole seconds, at most 12 hours
   * @throws QueueUnavailableException when the queue did not take it
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">ChangeMessageVisibility</a>
   */
  void changeVisibility(String receipt, Duration wait);

  /**
   * Puts a copy of the message into the queue's dead-letter queue.
   *
   * @param reason why it can never be handled; kept beside the message as its attribute {@value
   *     #REASON}
   * @throws QueueUnavailableException when it is not known to be there
   */
  void sendToDeadLetters(OutgoingMessage message, String reason);

  /** The message attribute that says why a message is a dead letter. */
  String REASON = "reason";
}
