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
   * @param summary the reason without what the table says, which may quote what it was sent
   * @param cause what was thrown, unless the table itself gave the reason
   */
  record Failed(Trouble trouble, String reason, String summary, @Nullable Exception cause)
      implements Outcome {
    /** With a reason that quotes nothing. */
    Failed(Trouble trouble, String reason, @Nullable Exception cause) {
      this(trouble, reason, reason, cause);
    }
  }
}
