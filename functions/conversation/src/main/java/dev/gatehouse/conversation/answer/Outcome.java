package dev.gatehouse.conversation.answer;

/** What becomes of a request. */
public sealed interface Outcome {
  /**
   * It is answered at once.
   *
   * @param text Markdown
   */
  record Say(String text) implements Outcome {
    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "Say[" + text.length() + " chars]";
    }
  }

  /** A turn was queued, which will answer it. */
  record Queued() implements Outcome {}

  /**
   * Its caller alone is told something; the message that holds the button stays as it is.
   *
   * @param text Markdown
   */
  record Whisper(String text) implements Outcome {}

  /** It is done, and nothing has to be said. */
  record Quiet() implements Outcome {}
}
