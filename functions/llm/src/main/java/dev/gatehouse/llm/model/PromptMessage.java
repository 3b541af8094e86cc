package dev.gatehouse.llm.model;

/**
 * One message of a prompt.
 *
 * @param author display name of the user; empty for the assistant
 */
public record PromptMessage(Role role, String author, String text) {
  /** Who wrote it. */
  public enum Role {
    USER,
    ASSISTANT
  }

  /** A user's message. */
  public static PromptMessage byUser(String author, String text) {
    return new PromptMessage(Role.USER, author, text);
  }

  /** An answer. */
  public static PromptMessage byAssistant(String text) {
    return new PromptMessage(Role.ASSISTANT, "", text);
  }

  /** The text with its author's name before it, since several people share a channel. */
  public String attributed() {
    return author.isBlank() ? text : author + ": " + text;
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "PromptMessage[" + role + ", " + text.length() + " chars]";
  }
}
