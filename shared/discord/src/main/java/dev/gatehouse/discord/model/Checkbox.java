package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A single yes or no in a modal.
 *
 * @param value the answer, in what a person submitted
 */
public record Checkbox(String customId, @Nullable Boolean value) implements Component {
  public Checkbox {
    Absent.refuse("custom_id", customId);
  }

  public static final int TYPE = 23;

  @Override
  public int type() {
    return TYPE;
  }
}
