package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.turn.Turn;

/** What became of the attempt to take a turn. */
sealed interface Claim {
  /** It is this worker's until its lease runs out. */
  record Taken(Turn turn, String worker) implements Claim {}

  /** It was answered, stopped or failed before. */
  record Ended() implements Claim {}

  /** Another worker is at it. */
  record Held() implements Claim {}
}
