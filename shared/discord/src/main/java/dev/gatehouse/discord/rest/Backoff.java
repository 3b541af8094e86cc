package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses between attempts: twice as long each time, up to a bound, and half of it by chance. */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** The pause after the attempt of this number, counted from 1. */
  Duration after(int attempt) {
    long full = Math.min(longest.toNanos(), first.toNanos() << Math.min(attempt - 1, 20));
    return Duration.ofNanos(full / 2 + random.nextLong(full / 2 + 1));
  }
}
