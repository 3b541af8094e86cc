package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * The label of an input in a modal.
 *
 * @param label up to 45 characters; absent in what a person submitted
 */
public record Label(
    @Nullable String label, @Nullable String description, @Nullable Component component)
    implements Component {
  public static final int TYPE = 18;

  @Override
  public int type() {
    return TYPE;
  }
}
