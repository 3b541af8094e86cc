package dev.gatehouse.cli;

/** What a check found out. */
sealed interface Finding {
  /** What was looked at, and what is so. */
  String text();

  /** As it should be. */
  record Fine(String text) implements Finding {}

  /** Works, with less than there could be. */
  record Degraded(String text, String remedy) implements Finding {}

  /** Does not work. */
  record Broken(String text, String remedy) implements Finding {}
}
