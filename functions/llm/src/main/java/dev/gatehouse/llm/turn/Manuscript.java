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
import org.jspecify.annotations.Nullable;

/**
 * The answer while it grows. The model's thread writes and is never held up; the reply's thread
 * looks whenever the platform lets it, and sees the newest text.
 */
final class Manuscript implements AnswerListener {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder text = new StringBuilder();
  private final InstantSource clock;
  private @Nullable Instant firstTextAt;
  private @Nullable Failure waitingBecause;
  private @Nullable Ending ending;

  Manuscript(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * One look at it.
   *
   * @param waitingBecause the failure after which the model is about to be asked again
   * @param ending present once nothing more comes
   */
  record Look(String text, Optional<Failure> waitingBecause, Optional<Ending> ending) {}

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
    lock.lock();
    try {
      return Optional.ofNullable(firstTextAt);
    } finally {
      lock.unlock();
    }
  }

  Look look() {
    lock.lock();
    try {
      return new Look(
          text.toString(), Optional.ofNullable(waitingBecause), Optional.ofNullable(ending));
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is more than was seen, or the time is over. */
  Look awaitMore(Look seen, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (left > 0 && isAs(seen)) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return look();
  }

  /** Waits until nothing more comes, or the time is over. */
  void awaitEnd(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (left > 0 && ending == null) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isAs(Look seen) {
    return text.length() == seen.text().length()
        && Optional.ofNullable(waitingBecause).equals(seen.waitingBecause())
        && Optional.ofNullable(ending).equals(seen.ending());
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
