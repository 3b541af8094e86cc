package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer while it grows. The model's thread writes and is never held up; the reply's thread
 * learns by a version that there is more, and copies the text only when it is about to show it.
 */
final class AnswerBuffer implements AnswerListener {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder text = new StringBuilder();
  private final InstantSource clock;
  private long version;
  private @Nullable Instant firstTextAt;
  private @Nullable Failure waitingBecause;
  private @Nullable Ending ending;

  AnswerBuffer(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What there is to show.
   *
   * @param version which state of the buffer this is
   * @param waitingBecause the failure after which the model is about to be asked again
   */
  record Content(long version, String text, Optional<Failure> waitingBecause) {}

  @Override
  public void text(String piece) {
    change(() -> {
      waitingBecause = null;
      firstTextAt = firstTextAt == null ? clock.instant() : firstTextAt;
      text.append(piece);
    });
  }

  @Override
  public void pausing(Duration pause, Failure why) {
    change(() -> waitingBecause = why);
  }

  /** Ends it; the first ending stays. */
  void end(Ending how) {
    change(() -> {
      if (ending == null) {
        ending = how;
      }
    });
  }

  /** When the first piece of text came. */
  Optional<Instant> firstTextAt() {
    return read(() -> Optional.ofNullable(firstTextAt));
  }

  /** How it ended, once nothing more comes. */
  Optional<Ending> ending() {
    return read(() -> Optional.ofNullable(ending));
  }

  /** Rises with each change. */
  long version() {
    return read(() -> version);
  }

  Content content() {
    return read(() -> new Content(version, text.toString(), Optional.ofNullable(waitingBecause)));
  }

  /** Waits until it has another version than that, or the time is over; the version it has then. */
  long awaitChange(long seen, Duration atMost) throws InterruptedException {
    await(() -> version != seen, atMost);
    return version();
  }

  /** Waits until nothing more comes, or the time is over. */
  void awaitEnd(Duration atMost) throws InterruptedException {
    await(() -> ending != null, atMost);
  }

  private void await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (left > 0 && !condition.getAsBoolean()) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private <T> T read(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      version++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
