package dev.gatehouse.cloud.queue;

/** What became of one message of a batch. */
public sealed interface SendOutcome {
  /** Durable. */
  record Sent(String messageId) implements SendOutcome {}

  /**
   * Not accepted.
   *
   * @param senderFault whether sending the same again is pointless
   */
  record Refused(String code, String reason, boolean senderFault) implements SendOutcome {}
}
