package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next connection. Failures to come to life and lost sessions back off
 * apart from each other: a session that comes to life ends the former, while the latter, each of
 * which costs an identify, end only when a session lasts.
 */
final class Waits {
  private final SessionRules rules;
  private final RandomGenerator random;
  private final Backoff failures;
  private final Backoff losses;

  Waits(SessionRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
    this.failures = new Backoff(rules, random);
    this.losses = new Backoff(rules, random);
  }

  /** A session has come to life. */
  void live() {
    failures.ease();
  }

  /** A session that was live since some time is so no more. */
  void lived(Instant since, Instant now) {
    if (!now.isBefore(since.plus(rules.steadyAfter()))) {
      failures.reset();
      losses.reset();
    }
  }

  /** After a connection that ended, or was not to be had, and cost no session. */
  Instant afterFailure(Instant now) {
    return now.plus(failures.next());
  }

  /** After a close that ended the session. */
  Instant afterLostSession(Instant now) {
    return now.plus(losses.next());
  }

  /** After op 9. */
  Instant afterInvalidSession(Instant now) {
    Duration span = rules.invalidWaitMost().minus(rules.invalidWaitLeast());
    return afterLostSession(now)
        .plus(rules.invalidWaitLeast())
        .plusNanos((long) (span.toNanos() * random.nextDouble()));
  }
}
