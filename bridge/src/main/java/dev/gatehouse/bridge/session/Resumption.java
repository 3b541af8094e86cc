package dev.gatehouse.bridge.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session that can be resumed, if there is one, and where. A dead resume URL gives way to the
 * main one after a bounded number of tries.
 */
final class Resumption {
  private final int resumeUrlTries;
  private final Sequences sequences = new Sequences();
  private @Nullable Resumable session;
  private int failures;

  Resumption(int resumeUrlTries, Optional<Resumable> found) {
    this.resumeUrlTries = resumeUrlTries;
    this.session = found.orElse(null);
    found.ifPresent(r -> sequences.reset(r.durable()));
  }

  Sequences sequences() {
    return sequences;
  }

  boolean isPossible() {
    return session != null;
  }

  /** Where to connect to resume; empty for the main URL. */
  Optional<String> url() {
    return Optional.ofNullable(session)
        .filter(s -> failures < resumeUrlTries)
        .map(Resumable::resumeUrl);
  }

  /** The payload that resumes, if there is a session; its replay begins at the durable number. */
  Optional<Outgoing> begin() {
    sequences.rewind();
    return Optional.ofNullable(session)
        .map(s -> new Outgoing.Resume(s.sessionId(), sequences.durable()));
  }

  void failed() {
    failures++;
  }

  void succeeded() {
    failures = 0;
  }

  /** A new session began. */
  void started(Input.Ready ready) {
    session = new Resumable(ready.sessionId(), ready.resumeUrl(), 0);
    sequences.reset(0);
    sequences.accept(ready.sequence());
  }

  /** Gives the session up; tells which one it was. */
  Optional<Action> drop() {
    Optional<Action> lost =
        Optional.ofNullable(session).map(s -> new Action.SessionLost(s.sessionId()));
    session = null;
    failures = 0;
    sequences.reset(0);
    return lost;
  }
}
