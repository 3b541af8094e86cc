package dev.gatehouse.bridge.session;

import java.time.Instant;
import java.util.List;

/**
 * The turn to identify. It is asked for once HELLO has come, and used at once: a gateway that is
 * down costs none of the day's identifies, and a turn does not grow old. Heartbeats go on
 * meanwhile.
 */
final class Identification {
  private final Standing standing;
  private final Ending ending;

  Identification(Standing standing, Ending ending) {
    this.standing = standing;
    this.ending = ending;
  }

  List<Action> ask() {
    standing.moveTo(new State.AwaitingIdentify());
    return List.of(new Action.RequestIdentify());
  }

  List<Action> granted(Instant now) {
    if (!(standing.state() instanceof State.AwaitingIdentify)) {
      return List.of();
    }
    standing.moveTo(new State.AwaitingReady(now.plus(standing.rules().readyTimeout())));
    return List.of(new Action.Send(new Outgoing.Identify()));
  }

  /** A turn that is far away is not worth an idle connection. */
  List<Action> refused(Instant retryAt, Instant now) {
    if (!(standing.state() instanceof State.AwaitingIdentify)) {
      return List.of();
    }
    if (retryAt.isAfter(now.plus(standing.rules().turnPatience()))) {
      return ending.closeUntil(retryAt, "no turn to identify before " + retryAt);
    }
    standing.moveTo(new State.AwaitingTurn(retryAt));
    return List.of();
  }
}
