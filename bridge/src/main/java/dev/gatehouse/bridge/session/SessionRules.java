package dev.gatehouse.bridge.session;

import java.time.Duration;

/**
 * How patient a session is.
 *
 * @param helloTimeout for op 10 after the WebSocket is open
 * @param readyTimeout for READY after IDENTIFY
 * @param resumedTimeout for the next frame of a replay
 * @param firstBackoff the upper bound of the first wait; each further one doubles it
 * @param longestBackoff where doubling ends
 * @param steadyAfter a session that was live this long starts all waits anew
 * @param turnPatience how far away a turn to identify may be for a connection to be kept for it
 * @param invalidWaitLeast and {@code invalidWaitMost}: bounds of the random wait after op 9 (<a
 *     href="https://docs.discord.com/developers/events/gateway#resuming">Discord</a>: 1 to 5 s)
 * @param resumeUrlTries failures on the resume URL before the main one is used
 */
public record SessionRules(
    Duration helloTimeout,
    Duration readyTimeout,
    Duration resumedTimeout,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration steadyAfter,
    Duration turnPatience,
    Duration invalidWaitLeast,
    Duration invalidWaitMost,
    int resumeUrlTries) {
  /** What suits Discord. */
  public static final SessionRules DEFAULT =
      new SessionRules(
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
