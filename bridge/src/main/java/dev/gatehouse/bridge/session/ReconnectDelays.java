package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next connection: not at all at first, then with a growing backoff.
 * Failures to come to life and lost sessions are counted apart: a session that comes to life ends
 * the former, while the latter, each of which costs an identify, end only when a session lasts.
 */
final class ReconnectDelays {
  private static final int MOST_DOUBLINGS = 20;

  private final SessionRules rules;
  private final RandomGenerator random;
  private int failures;
  private int losses;

  ReconnectDelays(SessionRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
  }

  /** A session has come to life; its first failure from now on still waits. */
  void live() {
    failures = Math.min(failures, 1);
  }

  /** A session that was live since some time is so no more. */
  void lived(Instant since, Instant now) {
    if (!now.isBefore(since.plus(rules.steadyAfter()))) {
      failures = 0;
      losses = 0;
    }
  }

  /** After a connection that ended, or was not to be had, and cost no session. */
  Instant afterFailure(Instant now) {
    return now.plus(backoff(failures++));
  }

  /** After a close that ended the session. */
  Instant afterLostSession(Instant now) {
    return now.plus(backoff(losses++));
  }

  /** After op 9. */
  Instant afterInvalidSession(Instant now) {
    Duration span = rules.invalidWaitMost().minus(rules.invalidWaitLeast());
    return afterLostSession(now)
        .plus(rules.invalidWaitLeast())
        .plusNanos((long) (span.toNanos() * random.nextDouble()));
  }

  private Duration backoff(int earlier) {
    return earlier == 0 ? Duration.ZERO : jittered(bound(earlier));
  }

  private Duration bound(int earlier) {
    Duration doubled =
        rules.firstBackoff().multipliedBy(1L << Math.min(earlier - 1, MOST_DOUBLINGS));
    return doubled.compareTo(rules.longestBackoff()) < 0 ? doubled : rules.longestBackoff();
  }

  private Duration jittered(Duration bound) {
    return Duration.ofNanos((long) (bound.toNanos() * random.nextDouble()));
  }
}
