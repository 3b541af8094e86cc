package dev.gatehouse.assistant.turn;

/** How far a turn has come. */
public enum TurnState {
  /** On the queue. */
  QUEUED,
  /** A worker holds it. */
  RUNNING,
  /** Answered. */
  DONE,
  /** Stopped by a user. */
  STOPPED,
  /** Ended with an error that the user was told. */
  FAILED
}
