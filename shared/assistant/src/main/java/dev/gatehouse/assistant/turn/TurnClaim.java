package dev.gatehouse.assistant.turn;

import java.time.Instant;

/** The answer to who may run a turn. */
public sealed interface TurnClaim {
  /** It is this worker's, until its lease runs out. */
  record Taken(TurnLease lease) implements TurnClaim {}

  /**
   * Another worker is at it.
   *
   * @param until when its lease runs out, unless it is renewed
   */
  record Held(Instant until) implements TurnClaim {}

  /** It has ended. */
  record Ended() implements TurnClaim {}
}
