package dev.gatehouse.bridge.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What has to be known of a session to resume it, also in another process.
 *
 * @param resumeUrl where Discord wants it resumed; empty for the main URL
 * @param userId our own user's id, which only READY tells; 0 when it is not known
 * @param begun when READY came; {@link Instant#EPOCH} when an older release did not note it
 * @param durable the queue holds every event up to this sequence number
 * @param durableAt when that number was reached
 */
public record SavedSession(
    String sessionId,
    String resumeUrl,
    long userId,
    Instant begun,
    long durable,
    Instant durableAt) {
  /** What a deduplication id takes, with room for the beginning and the sequence number. */
  private static final Pattern FIT = Pattern.compile("[\\x21-\\x7E]{1,64}");

  /** What the session is called on the queue. It begins anew when a server gives an id again. */
  public String name() {
    String id =
        FIT.matcher(sessionId).matches()
            ? sessionId
            : UUID.nameUUIDFromBytes(sessionId.getBytes(StandardCharsets.UTF_8)).toString();
    return begun.equals(Instant.EPOCH) ? id : id + "." + Long.toString(begun.toEpochMilli(), 36);
  }

  /** The same session when the queue holds everything up to another number. */
  public SavedSession durable(long sequence, Instant since) {
    return new SavedSession(sessionId, resumeUrl, userId, begun, sequence, since);
  }
}
