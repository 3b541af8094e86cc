package dev.gatehouse.cli;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that its consumer gave up on.
 *
 * @param receives how often it was received, this look included
 * @param sentAt when it came into the queue that it is in
 * @param reason why its consumer put it there; empty when the queue did, after many tries
 */
record DeadLetter(
    String messageId,
    String group,
    String receipt,
    int receives,
    Instant sentAt,
    Optional<String> reason,
    String body) {
  /** Without the body: it is what somebody wrote. */
  @Override
  public String toString() {
    return "DeadLetter[" + messageId + " of " + group + "]";
  }
}
