package dev.gatehouse.lambda;

/** How the handling of one record ended. */
public sealed interface RecordResult {
  /** The queue may forget the record. */
  record Handled() implements RecordResult {}

  /** What stands in its way may pass: the record comes back soon, and its group waits for it. */
  record TryAgain() implements RecordResult {}

  /**
   * No further delivery would help: the record becomes a dead letter at once, and holds nobody.
   *
   * @param reason what is wrong with it, without its content
   */
  record NeverHandled(String reason) implements RecordResult {}
}
