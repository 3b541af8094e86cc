package dev.gatehouse.interactions;

import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.contracts.retry.Backoff;
import java.time.Duration;
import java.util.SplittableRandom;

/** Sends without waiting, for tests in which every call is taken. */
final class SingleAttempts {
  private SingleAttempts() {}

  static DeadlineSender on(QueueSender queue) {
    return new DeadlineSender(
        queue,
        () -> {},
        Duration.ofMillis(800),
        new Backoff(Duration.ZERO, Duration.ZERO, new SplittableRandom(1)),
        length -> {},
        () -> 0);
  }
}
