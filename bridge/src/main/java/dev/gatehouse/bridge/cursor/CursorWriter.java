package dev.gatehouse.bridge.cursor;

import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the cursors of this process's shards from time to time: often enough that a replay stays
 * short, seldom enough to cost little; a new session at once, since nothing tells of it after a
 * crash before its first write. A cursor that has not moved is not written.
 */
public final class CursorWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CursorWriter.class);

  private final CursorStore store;
  private final Duration interval;
  private final Consumer<Shard> onLost;
  private final Map<Shard, WrittenCursor> cursors = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closing;
  private final Thread thread;

  private CursorWriter(CursorStore store, Duration interval, Consumer<Shard> onLost) {
    this.store = store;
    this.interval = interval;
    this.onLost = onLost;
    this.thread = Thread.ofVirtual().name("cursors").unstarted(this::run);
  }

  /**
   * Starts writing.
   *
   * @param onLost hears of a shard that belongs to another process by now
   */
  public static CursorWriter start(CursorStore store, Duration interval, Consumer<Shard> onLost) {
    CursorWriter writer = new CursorWriter(store, interval, onLost);
    writer.thread.start();
    return writer;
  }

  /**
   * From now on, this cursor of the shard is written, and no former one.
   *
   * @param us whose roles are written beside it
   */
  public void keep(Shard shard, ShardCursor cursor, MentionTargets us) {
    forget(shard);
    cursors.put(shard, new WrittenCursor(shard, cursor, us));
    cursor.onStarted(wake::release);
  }

  /** Writes the shard's cursor for the last time. */
  public void release(Shard shard) {
    WrittenCursor kept = cursors.get(shard);
    if (kept != null) {
      write(kept);
      end(kept);
    }
  }

  /** Does not write the shard's cursor any more: it has another owner. */
  public void forget(Shard shard) {
    WrittenCursor kept = cursors.get(shard);
    if (kept != null) {
      end(kept);
    }
  }

  /** Writes what has moved. */
  public void flush() {
    cursors.values().forEach(this::write);
  }

  /**
   * Writes what has moved for the last time. Interrupted, it gives that up, and the write that is
   * under way.
   */
  @Override
  public void close() {
    closing = true;
    wake.release();
    try {
      thread.join();
      flush();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      pause();
      while (!closing) {
        flush();
        pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws InterruptedException {
    if (wake.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS)) {
      wake.drainPermits();
    }
  }

  private void end(WrittenCursor kept) {
    kept.end();
    cursors.remove(kept.shard(), kept);
  }

  private void write(WrittenCursor kept) {
    try {
      if (!kept.write(store)) {
        cursors.remove(kept.shard(), kept);
        onLost.accept(kept.shard());
      }
    } catch (TableUnavailableException e) {
      LOG.atWarn()
          .addKeyValue("shard", kept.shard())
          .addKeyValue("reason", e.getMessage())
          .log("cursor not written, trying again later");
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("shard", kept.shard())
          .setCause(e)
          .log("a defect kept a cursor unwritten");
    }
  }

  /**
   * One shard's cursor and what was last written of it. Its writes exclude each other, or an older
   * number could be written after a newer one.
   */
  private static final class WrittenCursor {
    private final Shard shard;
    private final ShardCursor cursor;
    private final MentionTargets us;
    private @Nullable SavedSession written;
    private int writtenRoles;
    private boolean ended;

    WrittenCursor(Shard shard, ShardCursor cursor, MentionTargets us) {
      this.shard = shard;
      this.cursor = cursor;
      this.us = us;
    }

    Shard shard() {
      return shard;
    }

    /**
     * Writes the cursor if it has moved. Waits for a write that is under way.
     *
     * @return false when the shard belongs to another process by now; no write follows then
     */
    synchronized boolean write(CursorStore store) {
      Optional<SavedSession> moved = ended ? Optional.empty() : moved();
      if (moved.isEmpty()) {
        return true;
      }
      saveRoles(store);
      ended = !store.save(shard, moved.get());
      written = moved.get();
      return !ended;
    }

    /** Before the cursor: the events behind it, which tell of roles, are not replayed. */
    private void saveRoles(CursorStore store) {
      int changes = us.changes();
      if (changes != writtenRoles) {
        store.saveRoles(shard, us.roles());
        writtenRoles = changes;
      }
    }

    /** Once this has returned, nothing is written any more. */
    synchronized void end() {
      ended = true;
    }

    private Optional<SavedSession> moved() {
      return cursor.toSave().filter(session -> !session.equals(written));
    }
  }
}
