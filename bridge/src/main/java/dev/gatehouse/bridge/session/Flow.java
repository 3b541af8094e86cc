package dev.gatehouse.bridge.session;

import java.time.Instant;
import java.util.List;

/** Dispatches: READY or a replay brings the session to life, then events flow. */
final class Flow {
  private static final List<Action> FORWARD = List.of(new Action.Forward());
  private static final List<Action> DROP_DUPLICATE = List.of(new Action.DropDuplicate());

  private final Standing standing;
  private final Resumption resumption;

  Flow(Standing standing) {
    this.standing = standing;
    this.resumption = standing.resumption();
  }

  List<Action> ready(Input.Ready ready, Instant now) {
    if (!(standing.state() instanceof State.AwaitingReady)) {
      return dispatched(ready.sequence(), now);
    }
    resumption.started(ready);
    live(now);
    return List.of(
        new Action.SessionStarted(ready.sessionId(), ready.resumeUrl()), new Action.Forward());
  }

  List<Action> resumed(long sequence, Instant now) {
    if (!(standing.state() instanceof State.AwaitingResumed)) {
      return dispatched(sequence, now);
    }
    live(now);
    return List.of(new Action.SessionResumed(), dispatched(sequence, now).getFirst());
  }

  private void live(Instant now) {
    resumption.succeeded();
    standing.waits().live();
    standing.moveTo(new State.Live(now));
  }

  /** Before READY or a resume there is no session that a dispatch could belong to. */
  List<Action> dispatched(long sequence, Instant now) {
    if (standing.state() instanceof State.AwaitingResumed) {
      standing.moveTo(new State.AwaitingResumed(now.plus(standing.rules().resumedTimeout())));
    } else if (!(standing.state() instanceof State.Live)) {
      return List.of();
    }
    return resumption.sequences().accept(sequence) ? FORWARD : DROP_DUPLICATE;
  }

  List<Action> durableMoved(long sequence) {
    resumption.sequences().durableMoved(sequence);
    return List.of();
  }
}
