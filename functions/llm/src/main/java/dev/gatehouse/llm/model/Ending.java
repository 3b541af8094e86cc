package dev.gatehouse.llm.model;

/** How a stream ended. */
public sealed interface Ending {
  /**
   * The model came to its end.
   *
   * @param atLengthLimit whether it was cut at the most tokens that an answer may have
   */
  record Complete(Usage usage, boolean atLengthLimit) implements Ending {}

  /** The caller did not want more. */
  record Cancelled() implements Ending {}

  /**
   * It broke, before or after the first piece of text.
   *
   * @param tries how often the model was asked in all
   */
  record Failed(Failure failure, int tries) implements Ending {
    /** Asked once. */
    public Failed(Failure failure) {
      this(failure, 1);
    }
  }
}
