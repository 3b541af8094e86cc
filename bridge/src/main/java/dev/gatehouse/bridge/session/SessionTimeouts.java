package dev.gatehouse.bridge.session;

import java.time.Duration;

/**
 * How long a session waits: for the gateway, between connections and for a slot to identify.
 *
 * @param helloTimeout for op 10 after the WebSocket is open
 * @param readyTimeout for READY after IDENTIFY
 * @param resumedTimeout for the next frame of a replay
 * @param firstBackoff the upper bound of the first wait after a failure; each further one doubles
 *     it
 * @param longestBackoff where doubling ends
 * @param steadyAfter how long a session must have been live for the waits to begin anew
 * @param slotPatience how far away a slot to identify may be for a connection to be kept for it
 * @param invalidWaitLeast the lower bound of the random wait after op 9 (<a
 *     href="https://docs.discord.com/developers/events/gateway#resuming">Discord</a>: 1 to 5 s)
 * @param invalidWaitMost the upper bound of that wait
 * @param resumeUrlTries failures on the resume URL before the main one is used
 */
public record SessionTimeouts(
    Duration helloTimeout,
    Duration readyTimeout,
    Duration resumedTimeout,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration steadyAfter,
    Duration slotPatience,
    Duration invalidWaitLeast,
    Duration invalidWaitMost,
    int resumeUrlTries) {
  /** What suits Discord. */
  public static final SessionTimeouts DEFAULT =
      new SessionTimeouts(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          3);
}
