package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Drives a session through a script of inputs and passing time, and keeps what it did. */
final class SessionScript {
  static final String URL = "wss://resume.example";
  static final Duration INTERVAL = Duration.ofSeconds(40);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Session session;
  private final List<SessionAction> done = new ArrayList<>();
  private Instant now = START;

  private SessionScript(Optional<SavedSession> saved, double random) {
    this.session = new Session(SessionTimeouts.DEFAULT, constant(random), saved);
  }

  static SessionScript fresh() {
    return new SessionScript(Optional.empty(), 0.5);
  }

  static SessionScript fresh(double random) {
    return new SessionScript(Optional.empty(), random);
  }

  static SessionScript saved(long durable) {
    return new SessionScript(
        Optional.of(new SavedSession("s1", URL, 7, START, durable, START)), 0.5);
  }

  /** A session that is live, at sequence number 1. */
  static SessionScript live() {
    return fresh().identified().on(new SessionEvent.Ready(1, "s1", URL, 7)).forget();
  }

  /** Connects and sends IDENTIFY. */
  SessionScript identified() {
    return greeted().on(new SessionEvent.IdentifyGranted());
  }

  /** Connects up to HELLO. */
  SessionScript greeted() {
    return on(
        new SessionEvent.Start(), new SessionEvent.Connected(), new SessionEvent.Hello(INTERVAL));
  }

  SessionScript on(SessionEvent... inputs) {
    for (SessionEvent input : inputs) {
      done.addAll(session.on(input, now));
    }
    return this;
  }

  SessionScript after(Duration time) {
    now = now.plus(time);
    return on(new SessionEvent.Tick());
  }

  SessionScript forget() {
    done.clear();
    return this;
  }

  List<SessionAction> done() {
    return List.copyOf(done);
  }

  Instant in(Duration time) {
    return now.plus(time);
  }

  String trouble() {
    return session.trouble(now);
  }

  SessionState state() {
    return session.state();
  }

  Optional<Duration> untilDeadline() {
    return session.deadline().map(deadline -> Duration.between(now, deadline));
  }

  private static RandomGenerator constant(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public long nextLong(long bound) {
        return (long) (bound * value);
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }
}
