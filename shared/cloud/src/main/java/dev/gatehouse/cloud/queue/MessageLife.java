package dev.gatehouse.cloud.queue;

import java.time.Duration;

/** How long a message can live, as the template sets it; what belongs to one must live longer. */
public final class MessageLife {
  private static final Duration ON_ITS_QUEUE = Duration.ofDays(4);
  private static final Duration AMONG_THE_DEAD_LETTERS = Duration.ofDays(14);

  /** For what a message names, and for the record that it was handled: a day more than it lives. */
  public static final Duration OUTLIVED = ON_ITS_QUEUE.plus(AMONG_THE_DEAD_LETTERS).plusDays(1);

  private MessageLife() {}
}
