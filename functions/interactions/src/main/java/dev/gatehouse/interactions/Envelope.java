package dev.gatehouse.interactions;

import org.jspecify.annotations.Nullable;

/**
 * The fields of an interaction that decide where it goes and how it is acknowledged (<a
 * href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object">Discord</a>).
 *
 * @param name of the command, of types 2 and 4
 */
record Envelope(
    InteractionKind type,
    String id,
    String applicationId,
    String token,
    @Nullable String guildId,
    @Nullable String channelId,
    @Nullable String userId,
    @Nullable String name) {
  /** Without the token, which answers the interaction. */
  @Override
  public String toString() {
    return "Envelope[" + type + " " + id + "]";
  }
}
