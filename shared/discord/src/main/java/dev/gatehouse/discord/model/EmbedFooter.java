package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** The last line of an embed. */
public record EmbedFooter(String text, @Nullable String iconUrl) {
  public EmbedFooter {
    text = Absent.or(text, "");
  }
}
