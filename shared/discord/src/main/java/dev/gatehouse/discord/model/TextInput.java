package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A field for text in a modal.
 *
 * @param label the old place of the label; a {@link Label} around it is the new one
 * @param value what it holds at first, or what a person entered
 */
public record TextInput(
    String customId,
    @Nullable TextInputStyle style,
    @Nullable String label,
    @Nullable String placeholder,
    @Nullable String value,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable Boolean required)
    implements Component {
  public static final int TYPE = 4;

  public TextInput {
    Absent.refuse("custom_id", customId);
  }

  @Override
  public int type() {
    return TYPE;
  }

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "TextInput[" + customId + "]";
  }
}
