package dev.gatehouse.cli;

import java.time.Instant;

/**
 * A message that its consumer gave up on.
 *
 * @param receives how often it was received, this look included
 * @param sentAt when it came into the queue that it is in
 */
record DeadLetter(
    String messageId, String group, String receipt, int receives, Instant sentAt, String body) {
  /** Without the body: it is what somebody wrote. */
  @Override
  public String toString() {
    return "DeadLetter[" + messageId + " of " + group + "]";
  }
}
