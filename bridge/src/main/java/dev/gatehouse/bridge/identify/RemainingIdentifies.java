package dev.gatehouse.bridge.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The identifies that a bot may still make today, as far as this process knows.
 *
 * @param total that a day allows
 * @param left of them, the reserve included
 * @param untilReset when Discord allows all of them again
 */
public record RemainingIdentifies(int total, int left, Duration untilReset) {
  /**
   * Identifies of the day that are kept for a person to use: past the last one Discord resets the
   * token.
   */
  public static final int RESERVE = 20;

  /** Whether only the reserve is left, so that no shard identifies any more. */
  public boolean isSpent() {
    return left <= RESERVE;
  }

  /** What a person should know; empty when all is well. */
  public Optional<String> problem(Instant now) {
    return isSpent() ? Optional.of(text(now)) : Optional.empty();
  }

  private String text(Instant now) {
    Instant reset = now.plus(untilReset).truncatedTo(ChronoUnit.SECONDS);
    return "identifies: only "
        + left
        + " of "
        + total
        + " are left, and past the last one Discord resets the token: no new session begins before "
        + reset
        + ", those that live go on; look for what begins so many sessions: another program with"
        + " this token, or a rising gatehouse_bridge_identifies_total";
  }
}
