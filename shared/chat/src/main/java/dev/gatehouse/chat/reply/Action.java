package dev.gatehouse.chat.reply;

/**
 * A button.
 *
 * @param id what the platform sends back when it is pressed, such as {@code stop:TURN}; at most 100
 *     characters
 */
public record Action(String id, String label, Style style) {
  /** How much a button stands out. */
  public enum Style {
    PRIMARY,
    SECONDARY,
    DANGER
  }
}
