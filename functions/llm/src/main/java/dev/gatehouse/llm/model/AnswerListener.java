package dev.gatehouse.llm.model;

import java.time.Duration;

/** Takes an answer piece by piece, while it is made. */
public interface AnswerListener {
  /** The next piece of the answer; not empty. */
  void text(String piece);

  /** Nothing came because of the failure; the model is asked again after the pause. */
  default void pausing(Duration pause, Failure why) {}
}
