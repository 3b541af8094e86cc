package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between connections: none before the first retry, then doubling with full jitter. */
final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final SessionRules rules;
  private final RandomGenerator random;
  private int failures;

  Backoff(SessionRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
  }

  Duration next() {
    int earlier = failures++;
    return earlier == 0 ? Duration.ZERO : jittered(bound(earlier));
  }

  void reset() {
    failures = 0;
  }

  /** What was tried has worked: the waits begin again, at the first one that is not zero. */
  void ease() {
    failures = Math.min(failures, 1);
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
