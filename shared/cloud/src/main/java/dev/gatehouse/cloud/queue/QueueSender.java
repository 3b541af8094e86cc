package dev.gatehouse.cloud.queue;

import java.util.List;

/** Puts messages on one queue; returns when they are durable. */
public interface QueueSender {
  /** The most entries that one batch takes. */
  int MAX_BATCH = 10;

  /** The most bytes that one message, and one batch, takes. */
  int MAX_BYTES = 1 << 20;

  /**
   * Sends up to {@link #MAX_BATCH} messages in one call.
   *
   * @return one outcome for each message, in order
   * @throws QueueUnavailableException when the call as a whole failed, so that nothing is known
   * @throws QueueRejectedException when it failed for what is in one of the messages
   */
  List<SendOutcome> sendBatch(List<OutgoingMessage> messages);

  /**
   * Sends one message.
   *
   * @throws QueueUnavailableException when it is not known to be durable
   */
  default void send(OutgoingMessage message) {
    if (sendBatch(List.of(message)).getFirst() instanceof SendOutcome.Refused refused) {
      throw new QueueUnavailableException(refused.code() + ": " + refused.reason(), null);
    }
  }
}
