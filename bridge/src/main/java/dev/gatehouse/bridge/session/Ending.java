package dev.gatehouse.bridge.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways in which a connection ends, and what comes after each. */
final class Ending {
  private final Standing standing;

  Ending(Standing standing) {
    this.standing = standing;
  }

  List<Action> connectFailed(Instant now) {
    return standing.state() instanceof State.Connecting ? retry(now) : List.of();
  }

  List<Action> reconnectRequested(Instant now) {
    return standing.isConnected()
        ? closeAndRetry("op 7: the gateway asks to reconnect", now)
        : List.of();
  }

  List<Action> invalidated(boolean canResume, Instant now) {
    if (!standing.isConnected()) {
      return List.of();
    }
    Optional<Action> lost = canResume ? Optional.empty() : standing.resumption().drop();
    noteLife(now);
    standing.moveTo(new State.Waiting(standing.waits().afterInvalidSession(now)));
    Action close = close("op 9: the gateway refused the session");
    return lost.map(l -> List.of(close, l)).orElseGet(() -> List.of(close));
  }

  List<Action> disconnected(int code, Instant now) {
    if (standing.state() instanceof State.Connecting) {
      return retry(now);
    }
    if (!standing.isConnected()) {
      return List.of();
    }
    return switch (Closure.of(code)) {
      case Closure.Resume _ -> retry(now);
      case Closure.NewSession _ -> retryAfresh(now);
      case Closure.Final(String whatToDo) -> halt(whatToDo);
    };
  }

  List<Action> closeAndRetry(String why, Instant now) {
    retry(now);
    return List.of(close(why));
  }

  /** Nothing has failed: the connection is of no use before that time. */
  List<Action> closeUntil(Instant time, String why) {
    standing.moveTo(new State.Waiting(time));
    return List.of(close(why));
  }

  List<Action> spoolFilled() {
    if (!standing.isConnected()) {
      return List.of();
    }
    standing.moveTo(new State.Paused());
    return List.of(close("the spool is full"));
  }

  List<Action> stop() {
    boolean open = standing.isConnected();
    standing.moveTo(new State.Stopped());
    return open ? List.of(close("stopping")) : List.of();
  }

  private List<Action> retry(Instant now) {
    if (!noteLife(now)) {
      standing.resumption().failed();
    }
    standing.moveTo(new State.Waiting(standing.waits().afterFailure(now)));
    return List.of();
  }

  private List<Action> retryAfresh(Instant now) {
    noteLife(now);
    Optional<Action> lost = standing.resumption().drop();
    standing.moveTo(new State.Waiting(standing.waits().afterLostSession(now)));
    return lost.stream().toList();
  }

  private List<Action> halt(String whatToDo) {
    standing.moveTo(new State.Halted(whatToDo));
    return List.of(new Action.Halt(whatToDo));
  }

  /** Whether the session was live on this connection, which the waits then take note of. */
  private boolean noteLife(Instant now) {
    if (standing.state() instanceof State.Live live) {
      standing.waits().lived(live.since(), now);
      return true;
    }
    return false;
  }

  private static Action close(String why) {
    return new Action.Close(CloseCode.KEEP_SESSION, why);
  }
}
