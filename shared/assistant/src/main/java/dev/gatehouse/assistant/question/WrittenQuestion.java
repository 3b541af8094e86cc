package dev.gatehouse.assistant.question;

/**
 * A question as a model reads it.
 *
 * @param prompt empty when there is nothing that could be read
 * @param notice what the asker is told of what could not be read, in Markdown; empty when that is
 *     nothing
 */
public record WrittenQuestion(String prompt, String notice) {
  /** Without the texts: logs carry no message content. */
  @Override
  public String toString() {
    return "WrittenQuestion[" + prompt.length() + " chars]";
  }
}
