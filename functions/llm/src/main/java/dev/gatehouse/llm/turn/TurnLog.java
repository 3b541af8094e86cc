package dev.gatehouse.llm.turn;

/** Where the course of turns is noted, without what was said. */
public interface TurnLog {
  /** A turn has ended. */
  void ended(TurnReport report);

  /** A turn was not run, since it had ended before. */
  void skipped(String turnId);

  /** Something went wrong that the turn survives. */
  void trouble(String turnId, String what, Exception why);
}
