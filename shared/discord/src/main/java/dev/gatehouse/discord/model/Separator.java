package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * Space between two components.
 *
 * @param divider whether a line is drawn; null for yes
 * @param spacing 1 for small, 2 for large; null for small
 */
public record Separator(@Nullable Boolean divider, @Nullable Integer spacing) implements Component {
  public static final int TYPE = 14;

  @Override
  public int type() {
    return TYPE;
  }
}
