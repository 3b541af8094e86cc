package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * The interaction that a message answers.
 *
 * @param originalResponseMessageId set on follow-ups only
 */
public record InteractionMetadata(
    Snowflake id,
    InteractionType type,
    @Nullable User user,
    @Nullable Snowflake originalResponseMessageId) {
  public InteractionMetadata {
    Absent.refuse("id", id);
    Absent.refuse("type", type);
  }
}
