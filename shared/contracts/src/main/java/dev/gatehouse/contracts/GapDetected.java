package dev.gatehouse.contracts;

import java.time.Instant;

/**
 * Events may be missing: the platform refused to resume, so a new session began.
 *
 * @param session the session that ended
 * @param lastDurableSequence the last event of it that SQS is known to hold, with all before it
 * @param lastDurableAt when that event was acknowledged
 * @param detectedAt when the platform refused
 */
public record GapDetected(
    int version,
    Platform platform,
    String session,
    Shard shard,
    long lastDurableSequence,
    Instant lastDurableAt,
    Instant detectedAt)
    implements EventMessage {
  public GapDetected {
    Check.version(version);
    Check.notBlank("session", session);
    Check.atMost("session", 100, session);
    Check.notNegative("last_durable_seq", lastDurableSequence);
  }

  @Override
  public String groupId() {
    return GroupId.ofShard(platform, shard);
  }

  /**
   * The moment tells two gaps of one session apart: a process that dies before its new session is
   * remembered leaves the old one to its successor, which is refused in turn, and whose gap covers
   * what both lost.
   */
  @Override
  public String deduplicationId() {
    return "gap-" + session + "-" + detectedAt.toEpochMilli();
  }
}
