package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way from no connection to one that resumes, or asks to identify. */
final class Opening {
  private final Standing standing;
  private final Identification identification;

  Opening(Standing standing, Identification identification) {
    this.standing = standing;
    this.identification = identification;
  }

  List<Action> connect() {
    standing.moveTo(new State.Connecting());
    return List.of(new Action.Connect(standing.resumption().url()));
  }

  List<Action> connected(Instant now) {
    if (standing.state() instanceof State.Connecting) {
      standing.moveTo(new State.AwaitingHello(now.plus(standing.rules().helloTimeout())));
    }
    return List.of();
  }

  List<Action> hello(Duration interval, Instant now) {
    if (!(standing.state() instanceof State.AwaitingHello)) {
      return List.of();
    }
    standing.heartbeat().start(interval, now);
    Optional<Outgoing> resume = standing.resumption().begin();
    return resume.isPresent() ? resume(resume.get(), now) : identification.ask();
  }

  private List<Action> resume(Outgoing resume, Instant now) {
    standing.moveTo(new State.AwaitingResumed(now.plus(standing.rules().resumedTimeout())));
    return List.of(new Action.Send(resume));
  }
}
