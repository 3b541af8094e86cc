package dev.gatehouse.assistant.turn;

/** How far a turn has come, as its row alone tells. */
public enum TurnState {
  /** On the queue. */
  QUEUED,
  /** A worker holds it. */
  RUNNING,
  /** It rests until a person or a job has answered. */
  WAITING,
  /** Its last step has been shown, or there is nowhere to show it. */
  ENDED
}
