package dev.gatehouse.assistant.history;

import java.time.Instant;

/**
 * One thing that was said.
 *
 * @param id unique in the conversation and stable, so that writing it again changes nothing; the
 *     platform's message id, or the turn's
 * @param author display name; empty for the assistant
 * @param outcome how the answer ended; {@code COMPLETE} for what a user said
 */
public record Entry(
    String id, Role role, String author, String text, AnswerOutcome outcome, Instant at) {
  /** Who spoke. */
  public enum Role {
    USER,
    ASSISTANT
  }

  /** Something that was said to its end. */
  public Entry(String id, Role role, String author, String text, Instant at) {
    this(id, role, author, text, AnswerOutcome.COMPLETE, at);
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "Entry[" + id + ", " + role + ", " + text.length() + " chars]";
  }
}
