package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * The layout component of a modal that holds an input with its label and its description.
 *
 * @param label up to 45 characters; absent in what a person submitted
 * @param description shown below the label; absent in what a person submitted
 * @param component the input
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
