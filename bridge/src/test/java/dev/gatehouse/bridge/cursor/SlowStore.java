package dev.gatehouse.bridge.cursor;

import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose writes can be made to hang, to fail or to be refused; it keeps what came. */
final class SlowStore implements CursorStore {
  private final List<String> saved = new CopyOnWriteArrayList<>();
  private final AtomicInteger callers = new AtomicInteger();
  private final AtomicInteger mostCallers = new AtomicInteger();
  private volatile CountDownLatch door = new CountDownLatch(0);
  private volatile boolean unavailable;
  private volatile boolean refuses;

  void shut() {
    door = new CountDownLatch(1);
  }

  void open() {
    door.countDown();
  }

  void unavailable(boolean now) {
    unavailable = now;
  }

  void refuse() {
    refuses = true;
  }

  void awaitCaller() {
    Await.until("a write is under way", () -> callers.get() > 0);
  }

  int callers() {
    return callers.get();
  }

  /** How many writes were under way at once at most. */
  int mostCallers() {
    return mostCallers.get();
  }

  /** The sessions that were written, in the order in which the writes ended. */
  List<String> saved() {
    return List.copyOf(saved);
  }

  @Override
  public Optional<SavedSession> load(Shard shard) {
    return Optional.empty();
  }

  @Override
  public boolean save(Shard shard, SavedSession session) {
    if (unavailable) {
      throw new TableUnavailableException("switched off by the test", null);
    }
    mostCallers.accumulateAndGet(callers.incrementAndGet(), Math::max);
    awaitDoor();
    saved.add(session.sessionId() + "@" + session.durable());
    callers.decrementAndGet();
    return !refuses;
  }

  @Override
  public void saveRoles(Shard shard, Set<Long> roles) {
    saved.add("roles " + new TreeSet<>(roles));
  }

  private void awaitDoor() {
    try {
      door.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a write was interrupted", e);
    }
  }
}
