package dev.gatehouse.bridge.session;

import java.util.Optional;
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
  private final int resumeUrlTries;
  private @Nullable String sessionId;
  private String resumeUrl = "";
  private int failures;
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
    return sessionId == null || failures >= resumeUrlTries
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

  /** Takes a dispatch's number; false when it was accepted before. */
  boolean accept(long sequence) {
    seen = sequence;
    if (sequence <= accepted) {
      return false;
    }
    accepted = sequence;
    return true;
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
    seen = known;
    accepted = known;
    durable = known;
  }
}
