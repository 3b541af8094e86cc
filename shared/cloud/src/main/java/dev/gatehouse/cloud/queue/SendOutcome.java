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
  record Refused(String code, String reason, boolean senderFault) implements SendOutcome {
    /** What an answer says of an entry that it leaves out. */
    public static final Refused UNANSWERED =
        new Refused("MissingResult", "the answer does not mention this entry", false);

    /** Whether it may be on the queue all the same. */
    public boolean mayBeTaken() {
      return equals(UNANSWERED);
    }
  }
}
