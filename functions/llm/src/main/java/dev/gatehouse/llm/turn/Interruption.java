package dev.gatehouse.llm.turn;

/** What ended an answer from our side, if anything did. */
enum Interruption {
  /** The model came to its own end. */
  NONE,
  /** A user pressed the stop button. */
  STOPPED,
  /** The function's time is nearly over. */
  OUT_OF_TIME,
  /** Another worker has taken the turn. */
  LEASE_LOST,
  /** The platform takes no reply there any more. */
  CHANNEL_GONE
}
