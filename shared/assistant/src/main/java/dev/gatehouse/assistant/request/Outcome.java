package dev.gatehouse.assistant.request;

/** What becomes of a request. */
public sealed interface Outcome {
  /**
   * It is answered at once.
   *
   * @param text Markdown
   */
  record Answered(String text) implements Outcome {
    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "Answered[" + text.length() + " chars]";
    }
  }

  /** A turn was queued, which will answer it. */
  record Queued() implements Outcome {}

  /**
   * Its caller alone is told something; the message that holds the button stays as it is.
   *
   * @param text Markdown
   */
  record AnsweredPrivately(String text) implements Outcome {
    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "AnsweredPrivately[" + text.length() + " chars]";
    }
  }

  /** It is done, and nothing has to be said. */
  record Done() implements Outcome {}
}
