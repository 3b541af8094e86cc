package dev.gatehouse.cloud.dynamodb;

/** What went wrong with an attempt, as far as the next one is concerned. */
enum Trouble {
  /** The same call would be refused again. */
  REFUSED,
  /** The table asks for fewer calls. */
  THROTTLED,
  /** The call did not get there. */
  UNREACHED,
  /** The call got there; whether it was carried out is not known. */
  UNANSWERED,
  /** The server had closed the kept connection, most likely before the call got there. */
  STALE;

  /** Whether the call may have been carried out nevertheless. */
  boolean mayBeDone() {
    return this == UNANSWERED || this == STALE;
  }
}
