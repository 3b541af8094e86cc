package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** A clock that moves when someone sleeps on it. Waiting for a signal alone is real waiting. */
final class FakeTime implements Time {
  private static final Duration SIGNAL_ONLY = Duration.ofDays(1);

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> slept = new ArrayList<>();

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public synchronized void sleep(Duration duration) {
    slept.add(duration);
    advance(duration);
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // The callers loop.
  public void await(Condition condition, Duration atMost) throws InterruptedException {
    if (atMost.compareTo(SIGNAL_ONLY) >= 0) {
      condition.await(60, TimeUnit.SECONDS);
    } else {
      advance(atMost);
    }
  }

  void advance(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}
