package dev.gatehouse.llm.model;

import java.time.Duration;

/** Waiting, as a parameter, so that a test need not wait. */
@FunctionalInterface
public interface Pauses {
  /**
   * Waits, but no longer than until the call is cancelled.
   *
   * @return whether it was cancelled
   */
  boolean cancelledWithin(Duration pause, Cancellation cancellation);

  /** Waits in real time. */
  static Pauses real() {
    return (pause, cancellation) -> cancellation.cancelledWithin(pause);
  }
}
