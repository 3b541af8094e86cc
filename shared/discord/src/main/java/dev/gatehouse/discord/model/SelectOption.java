package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** An option of a menu, a radio group or a checkbox group. */
public record SelectOption(
    String label,
    String value,
    @Nullable String description,
    @Nullable Emoji emoji,
    boolean isDefault) {
  public SelectOption {
    Absent.refuse("label", label);
    Absent.refuse("value", value);
  }
}
