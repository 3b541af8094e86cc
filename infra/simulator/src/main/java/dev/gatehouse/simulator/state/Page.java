package dev.gatehouse.simulator.state;

import org.jspecify.annotations.Nullable;

/** Which part of a channel's messages is asked for, and by whom. */
public sealed interface Page {
  /** The most messages that are wanted. */
  int limit();

  /** Who looks, which decides on ephemeral messages; absent when nobody's are wanted. */
  @Nullable Long viewer();

  /** The newest ones. */
  record Latest(int limit, @Nullable Long viewer) implements Page {}

  /** Those before a message. */
  record Before(long id, int limit, @Nullable Long viewer) implements Page {}

  /** Those after a message. */
  record After(long id, int limit, @Nullable Long viewer) implements Page {}

  /** Those on both sides of a message, and itself. */
  record Around(long id, int limit, @Nullable Long viewer) implements Page {}
}
