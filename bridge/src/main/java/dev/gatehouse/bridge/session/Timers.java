package dev.gatehouse.bridge.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a session does because time has passed: heartbeats, time-outs, the ends of waits. */
final class Timers {
  private final Standing standing;
  private final Opening opening;
  private final Identification identification;
  private final Ending ending;

  Timers(Standing standing, Opening opening, Identification identification, Ending ending) {
    this.standing = standing;
    this.opening = opening;
    this.identification = identification;
    this.ending = ending;
  }

  /** When the next tick is due; empty while nothing is timed. */
  Optional<Instant> deadline() {
    Optional<Instant> beat = standing.heartbeat().next();
    return switch (standing.state()) {
      case State.Waiting waiting -> Optional.of(waiting.until());
      case State.Pending pending -> Optional.of(earlier(pending.deadline(), beat));
      case State.AwaitingTurn turn -> Optional.of(earlier(turn.at(), beat));
      case State.AwaitingIdentify _, State.Live _ -> beat;
      case State.Idle _, State.Connecting _, State.Paused _, State.Halted _, State.Stopped _ ->
          Optional.empty();
    };
  }

  List<Action> tick(Instant now) {
    return switch (standing.state()) {
      case State.Waiting waiting -> now.isBefore(waiting.until()) ? List.of() : opening.connect();
      case State.Pending pending when !now.isBefore(pending.deadline()) ->
          ending.closeAndRetry("no answer in time: " + pending.getClass().getSimpleName(), now);
      case State.Connected _ when standing.heartbeat().isDue(now) -> beat(now);
      case State.AwaitingTurn turn -> now.isBefore(turn.at()) ? List.of() : identification.ask();
      case State.Connected _,
          State.Idle _,
          State.Connecting _,
          State.Paused _,
          State.Halted _,
          State.Stopped _ ->
          List.of();
    };
  }

  List<Action> heartbeatRequested() {
    return standing.isConnected() ? List.of(payload()) : List.of();
  }

  private List<Action> beat(Instant now) {
    if (standing.heartbeat().isZombie()) {
      return ending.closeAndRetry("zombie: no frame since the last heartbeat", now);
    }
    standing.heartbeat().beat(now);
    return List.of(payload());
  }

  private Action payload() {
    return new Action.Send(new Outgoing.Heartbeat(standing.resumption().sequences().seen()));
  }

  private static Instant earlier(Instant deadline, Optional<Instant> other) {
    return other.filter(o -> o.isBefore(deadline)).orElse(deadline);
  }
}
