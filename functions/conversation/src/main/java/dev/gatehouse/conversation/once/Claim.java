package dev.gatehouse.conversation.once;

import java.time.Instant;

/** What became of an attempt to claim a piece of work. */
public sealed interface Claim {
  /** Nobody began it before. */
  record Fresh() implements Claim {}

  /** It was begun and broken off. */
  record Resumed(String progress) implements Claim {}

  /** Somebody is at it. */
  record Held(Instant until) implements Claim {}

  /** It is done. */
  record Finished(String result) implements Claim {}
}
