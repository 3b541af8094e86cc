package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where threads wait for a permit of one bucket, in the order in which they came. */
final class BucketGate {
  private static final Duration UNTIL_SIGNALLED = Duration.ofDays(1);

  private final Time time;
  private final Bucket bucket;
  private final Semaphore queue = new Semaphore(1, true);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** How many hold or want a permit; kept by {@link BucketGates}. */
  private int users;

  BucketGate(Time time, int limit) {
    this.time = time;
    this.bucket = new Bucket(limit);
  }

  void acquire() throws InterruptedException {
    queue.acquire();
    try {
      lock.lockInterruptibly();
      try {
        awaitPermit();
      } finally {
        lock.unlock();
      }
    } finally {
      queue.release();
    }
  }

  void observe(RateLimitHeaders headers) {
    change(() -> bucket.observe(headers, time.nanos()));
  }

  void exhaust(Duration retryAfter) {
    change(() -> bucket.exhaust(retryAfter, time.nanos()));
  }

  void release() {
    change(bucket::release);
  }

  RateLimitStatus pace() {
    lock.lock();
    try {
      return bucket.pace(time.nanos());
    } finally {
      lock.unlock();
    }
  }

  void enter() {
    users++;
  }

  void leave() {
    users--;
  }

  boolean unused() {
    lock.lock();
    try {
      return users == 0 && bucket.idle(time.nanos());
    } finally {
      lock.unlock();
    }
  }

  private void awaitPermit() throws InterruptedException {
    while (!bucket.tryAcquire(time.nanos())) {
      Duration untilReset = bucket.untilReset(time.nanos());
      time.await(changed, untilReset.isZero() ? UNTIL_SIGNALLED : untilReset);
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
