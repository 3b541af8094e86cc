package dev.gatehouse.cloud.once;

import java.time.Instant;

/** The answer to who may do a piece of work. */
public sealed interface Claim {
  /** It is yours, and nobody has begun it. */
  record Fresh() implements Claim {}

  /**
   * It is yours, and somebody has begun it and gone: find out what is done, and do the rest.
   *
   * @param attempt which one this is, 2 or more
   * @param progress what was noted last; empty when nothing was
   */
  record Resumed(int attempt, String progress) implements Claim {}

  /**
   * Somebody else is at it.
   *
   * @param until when it can be claimed, unless it is finished or renewed before
   */
  record Held(Instant until) implements Claim {}

  /**
   * It is done.
   *
   * @param result what was noted when it was finished
   */
  record Finished(String result) implements Claim {}
}
