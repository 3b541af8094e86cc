package dev.gatehouse.local.host;

import java.time.Duration;

/** How an invocation ended. */
public sealed interface Outcome {
  /** The function answered with these bytes. */
  record Answered(byte[] payload) implements Outcome {}

  /** The function threw, or could not be made. */
  record Failed(Throwable cause) implements Outcome {}

  /** The function was cut off at its timeout. */
  record TimedOut(Duration after) implements Outcome {}
}
