package dev.gatehouse.chat.reply;

/**
 * A button.
 *
 * @param id what the platform sends back when it is pressed, such as {@code stop:TURN}; as long as
 *     {@link dev.gatehouse.chat.platform.PlatformLimits#buttonId} at most
 */
public record Action(String id, String label, Style style) {
  /** How much a button stands out. */
  public enum Style {
    PRIMARY,
    SECONDARY,
    DANGER
  }
}
