package dev.gatehouse.bridge.session;

import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The session that can be resumed, if there is one, where, and from which sequence number. A dead
 * resume URL gives way to the main one after a bounded number of tries.
 *
 * <p>Three numbers: the last one seen on the connection goes into heartbeats; the highest one
 * accepted tells new events from replayed ones; the durable one, up to which the queue holds
 * everything, is what a resume starts from.
 */
final class ResumeState {
  /** Tries of which what came could not be read, before the session is given up. */
  static final int MOST_UNREADABLE = 5;

  /** How many left out numbers may still come. */
  private static final int MOST_LEFT_OUT = 1024;

  /** What a dispatch's number tells of it. */
  enum Arrival {
    NEW,
    /** It was left out before. */
    LATE,
    REPEATED
  }

  private final int resumeUrlTries;
  private @Nullable String sessionId;
  private String resumeUrl = "";
  private int failures;
  private int unreadable;
  private final TreeSet<Long> leftOut = new TreeSet<>();
  private long seen;
  private long accepted;
  private long durable;

  ResumeState(int resumeUrlTries, Optional<SavedSession> saved) {
    this.resumeUrlTries = resumeUrlTries;
    saved.ifPresent(
        session -> remember(session.sessionId(), session.resumeUrl(), session.durable()));
  }

  /** Where to connect to resume; empty for the main URL. */
  Optional<String> url() {
    return sessionId == null || resumeUrl.isEmpty() || failures >= resumeUrlTries
        ? Optional.empty()
        : Optional.of(resumeUrl);
  }

  /** The payload that resumes, if there is a session; its replay begins at the durable number. */
  Optional<GatewayPayload> begin() {
    seen = durable;
    return Optional.ofNullable(sessionId).map(id -> new GatewayPayload.Resume(id, durable));
  }

  /** A connection ended before the session came to life on it. */
  void failed() {
    failures++;
  }

  /** The session came to life. */
  void succeeded() {
    failures = 0;
  }

  /** A new session began. */
  void started(SessionEvent.Ready ready) {
    remember(ready.sessionId(), ready.resumeUrl(), 0);
    accept(ready.sequence());
  }

  /** Gives the session up; tells the id of the one that it was. */
  Optional<String> drop() {
    Optional<String> lost = Optional.ofNullable(sessionId);
    sessionId = null;
    failures = 0;
    reset(0);
    return lost;
  }

  /** Takes a dispatch's number. */
  Arrival accept(long sequence) {
    seen = Math.max(seen, sequence);
    if (sequence <= accepted) {
      return leftOut.remove(sequence) ? Arrival.LATE : Arrival.REPEATED;
    }
    for (long left = Math.max(accepted + 1, sequence - MOST_LEFT_OUT); left < sequence; left++) {
      leftOut.add(left);
    }
    while (leftOut.size() > MOST_LEFT_OUT) {
      leftOut.pollFirst();
    }
    accepted = sequence;
    unreadable = 0;
    return Arrival.NEW;
  }

  /** What came could not be read; whether that goes on for so long that resuming is of no use. */
  boolean isFutile() {
    return ++unreadable >= MOST_UNREADABLE && sessionId != null;
  }

  /** The queue holds everything up to this number. */
  void durableMoved(long sequence) {
    durable = Math.max(durable, sequence);
  }

  /** The number for heartbeats. */
  long seen() {
    return seen;
  }

  private void remember(String id, String url, long known) {
    sessionId = id;
    resumeUrl = url;
    reset(known);
  }

  private void reset(long known) {
    leftOut.clear();
    unreadable = 0;
    seen = known;
    accepted = known;
    durable = known;
  }
}
