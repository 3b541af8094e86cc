package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A single yes or no in a modal.
 *
 * @param value the answer, in what a person submitted
 */
public record Checkbox(String customId, @Nullable Boolean value) implements Component {
  public static final int TYPE = 23;

  public Checkbox {
    Absent.refuse("custom_id", customId);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
