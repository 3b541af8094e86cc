package dev.gatehouse.cloud.dynamodb;

import org.jspecify.annotations.Nullable;

/** How one attempt at a call ended. */
sealed interface Outcome {
  /** It did what it should. */
  record Answered(Answer answer) implements Outcome {}

  /** Its condition did not hold, so nothing was written. */
  record ConditionFailed() implements Outcome {}

  /**
   * It went wrong.
   *
   * @param cause what was thrown, unless the table itself gave the reason
   */
  record Failed(Trouble trouble, String reason, @Nullable Exception cause) implements Outcome {}
}
