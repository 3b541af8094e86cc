package dev.gatehouse.llm;

import java.time.Duration;
import java.time.Instant;

/**
 * When an answer must be brought to its end, so that its last form still fits the function's time.
 */
final class Deadline {
  private static final Duration MOST_RESERVED = Duration.ofSeconds(15);
  private static final int SHARE = 4;

  private Deadline() {}

  /** Leaves a quarter of what remains, at most 15 s, for the last edits. */
  static Instant of(Instant now, Duration remaining) {
    Duration share = remaining.dividedBy(SHARE);
    Duration reserved = share.compareTo(MOST_RESERVED) < 0 ? share : MOST_RESERVED;
    return now.plus(remaining).minus(reserved);
  }
}
