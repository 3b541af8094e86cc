package dev.gatehouse.assistant.participation;

import dev.gatehouse.contracts.ConversationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation that we take part in.
 *
 * @param guildId the server that it belongs to, if any
 * @param thread whether it is a thread, in which we answer without being mentioned again
 * @param since when we were first called
 * @param lastRead what was read last
 */
public record Participation(
    ConversationId conversation,
    Optional<String> guildId,
    boolean thread,
    Instant since,
    LastRead lastRead) {
  /**
   * What was read last.
   *
   * @param eventId the id of a message or an interaction
   * @param at when it was written
   * @param lagMillis from the bridge's receiving to our handling; negative when not known
   */
  public record LastRead(String eventId, Instant at, long lagMillis) {}

  /** Whether it is a direct conversation. */
  public boolean direct() {
    return guildId.isEmpty();
  }
}
