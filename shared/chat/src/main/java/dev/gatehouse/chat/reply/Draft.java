package dev.gatehouse.chat.reply;

import java.util.List;

/**
 * What a reply shows.
 *
 * @param text Markdown; not blank
 * @param actions buttons below the text; a platform shows as many as its limits say
 */
public record Draft(String text, List<Action> actions) {
  public Draft {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: must not be blank; a chat refuses empty messages");
    }
    actions = List.copyOf(actions);
  }

  /** Text without buttons. */
  public static Draft of(String text) {
    return new Draft(text, List.of());
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "Draft[" + text.length() + " chars, " + actions.size() + " actions]";
  }
}
