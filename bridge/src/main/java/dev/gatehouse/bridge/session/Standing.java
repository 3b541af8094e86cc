package dev.gatehouse.bridge.session;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where a session stands, and what its parts share. */
final class Standing {
  private final SessionRules rules;
  private final Waits waits;
  private final Heartbeat heartbeat;
  private final Resumption resumption;
  private State state = new State.Idle();

  Standing(SessionRules rules, RandomGenerator random, Optional<Resumable> resumable) {
    this.rules = rules;
    this.waits = new Waits(rules, random);
    this.heartbeat = new Heartbeat(random);
    this.resumption = new Resumption(rules.resumeUrlTries(), resumable);
  }

  State state() {
    return state;
  }

  boolean isConnected() {
    return state instanceof State.Connected;
  }

  /** Heartbeats end with the connection. */
  void moveTo(State next) {
    state = next;
    if (!isConnected()) {
      heartbeat.stop();
    }
  }

  SessionRules rules() {
    return rules;
  }

  Waits waits() {
    return waits;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  Resumption resumption() {
    return resumption;
  }
}
