package dev.gatehouse.testkit.queue;

/**
 * Where a message goes instead of being handed out once more.
 *
 * @param queue the dead-letter queue
 * @param maxReceiveCount how often a message is handed out before
 */
public record DeadLetters(InMemoryQueue queue, int maxReceiveCount) {
  public DeadLetters {
    if (maxReceiveCount < 1) {
      throw new IllegalArgumentException("maxReceiveCount: must be 1 or more");
    }
  }
}
