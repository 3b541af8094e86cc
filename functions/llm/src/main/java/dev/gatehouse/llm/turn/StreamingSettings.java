package dev.gatehouse.llm.turn;

import java.time.Duration;

/**
 * How often things happen while an answer is streamed.
 *
 * @param leastGap the shortest time between two edits, whatever the platform allows
 * @param poll the longest time between two renewals of the lease, each of which tells of a stop
 *     request, and between two looks at the clock
 * @param firstSign after which a reply is opened though no word has come, so that it can be stopped
 * @param keepShown the shortest time between two records of what is shown, which a worker that
 *     takes over needs when the answer is stopped
 * @param lease how long after its last renewal a worker keeps others from the turn; shorter than
 *     the visibility timeout of the queue, which decides when another one gets it
 * @param grace how long a cancelled model may take to fall silent
 * @param retryAfter before a reply that could not be shown is tried again
 */
public record StreamingSettings(
    Duration leastGap,
    Duration poll,
    Duration firstSign,
    Duration keepShown,
    Duration lease,
    Duration grace,
    Duration retryAfter) {
  /** What a chat feels alive with. */
  public static StreamingSettings usual() {
    return new StreamingSettings(
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2));
  }
}
