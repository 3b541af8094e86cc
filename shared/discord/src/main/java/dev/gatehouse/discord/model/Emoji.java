package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** An emoji: a custom one has an id, a standard one is its own name. */
public record Emoji(@Nullable Snowflake id, @Nullable String name, boolean animated) {
  /** A standard emoji. */
  public static Emoji unicode(String emoji) {
    return new Emoji(null, emoji, false);
  }

  /** The form that reaction endpoints take: the character, or {@code name:id}. */
  public String identifier() {
    String base = name == null ? "_" : name;
    return id == null ? base : base + ":" + id;
  }
}
