package dev.gatehouse.bridge.session;

import dev.gatehouse.contracts.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next connection: not at all at first, then with a growing backoff.
 * Failures to come to life and lost sessions are counted apart: a session that comes to life ends
 * the former, while the latter, each of which costs an identify, end only when a session lasts.
 */
final class ReconnectDelays {
  private final SessionTimeouts timeouts;
  private final RandomGenerator random;
  private final Backoff backoff;
  private int failures;
  private int losses;

  ReconnectDelays(SessionTimeouts timeouts, RandomGenerator random) {
    this.timeouts = timeouts;
    this.random = random;
    this.backoff = new Backoff(timeouts.firstBackoff(), timeouts.longestBackoff(), random);
  }

  /** A session has come to life; its first failure from now on still waits. */
  void live() {
    failures = Math.min(failures, 1);
  }

  /** A session that was live since some time is so no more; whether that was long enough. */
  boolean lived(Instant since, Instant now) {
    boolean steady = !now.isBefore(since.plus(timeouts.steadyAfter()));
    if (steady) {
      failures = 0;
      losses = 0;
    }
    return steady;
  }

  /** After a connection that ended, or was not to be had, and cost no session. */
  Instant afterFailure(Instant now) {
    return now.plus(delay(failures++));
  }

  /** After a close that ended the session. */
  Instant afterLostSession(Instant now) {
    return now.plus(delay(losses++));
  }

  /** After op 9. */
  Instant afterInvalidSession(Instant now) {
    Duration span = timeouts.invalidWaitMost().minus(timeouts.invalidWaitLeast());
    return afterLostSession(now)
        .plus(timeouts.invalidWaitLeast())
        .plusNanos((long) (span.toNanos() * random.nextDouble()));
  }

  private Duration delay(int earlier) {
    return earlier == 0 ? Duration.ZERO : backoff.after(earlier);
  }
}
