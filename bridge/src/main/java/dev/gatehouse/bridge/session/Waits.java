package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** How long to wait before the next connection. */
final class Waits {
  private final SessionRules rules;
  private final RandomGenerator random;
  private final Backoff backoff;

  Waits(SessionRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
    this.backoff = new Backoff(rules, random);
  }

  /** After a connection that was live since some time; one that lasted earns a fresh start. */
  Instant afterLive(Instant since, Instant now) {
    if (!now.isBefore(since.plus(rules.steadyAfter()))) {
      backoff.reset();
    }
    return afterFailure(now);
  }

  /** After a connection on which no session came to life. */
  Instant afterFailure(Instant now) {
    return now.plus(backoff.next());
  }

  /** After op 9. */
  Instant afterInvalidSession(Instant now) {
    Duration span = rules.invalidWaitMost().minus(rules.invalidWaitLeast());
    return now.plus(rules.invalidWaitLeast())
        .plusNanos((long) (span.toNanos() * random.nextDouble()));
  }
}
