package dev.gatehouse.llm.model;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before asking again: twice as long each time, with full jitter, so that many
 * callers do not come back at the same moment.
 *
 * @param first the longest first pause
 * @param most the longest pause of all
 * @param attempts how often to ask in all
 */
public record Backoff(Duration first, Duration most, int attempts, RandomGenerator random) {
  /** The pause after the given attempt, counted from 1. */
  public Duration after(int attempt) {
    long ceiling = Math.min(first.toMillis() << Math.min(attempt - 1, 20), most.toMillis());
    return Duration.ofMillis(random.nextLong(ceiling / 2, ceiling + 1));
  }
}
