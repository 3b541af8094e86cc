package dev.gatehouse.local.runtime;

/** What a runtime posts in answer to an event. */
public sealed interface Answer {
  /**
   * The function's response.
   *
   * @param at by the Runtime API's timer, when all of it had been read
   */
  record Response(String body, long at) implements Answer {}

  /** The error of an invocation, or of the start. */
  record Failure(String body) implements Answer {}
}
