package dev.gatehouse.bridge.cursor;

import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the cursors of this process's shards from time to time: often enough that a replay stays
 * short, seldom enough to cost little; a new session at once, since nothing tells of it after a
 * crash before its first write. A cursor that has not moved is not written.
 */
public final class CursorKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CursorKeeper.class);

  private final CursorStore store;
  private final Duration interval;
  private final Consumer<Shard> onLost;
  private final Map<Shard, KeptCursor> cursors = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closing;
  private final Thread thread;

  private CursorKeeper(CursorStore store, Duration interval, Consumer<Shard> onLost) {
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
  public static CursorKeeper start(CursorStore store, Duration interval, Consumer<Shard> onLost) {
    CursorKeeper keeper = new CursorKeeper(store, interval, onLost);
    keeper.thread.start();
    return keeper;
  }

  /** From now on, this cursor of the shard is written, and no former one. */
  public void keep(Shard shard, ShardCursor cursor) {
    forget(shard);
    cursors.put(shard, new KeptCursor(shard, cursor));
    cursor.onStarted(wake::release);
  }

  /** Writes the shard's cursor for the last time. */
  public void release(Shard shard) {
    KeptCursor kept = cursors.get(shard);
    if (kept != null) {
      write(kept);
      end(kept);
    }
  }

  /** Does not write the shard's cursor any more: it has another owner. */
  public void forget(Shard shard) {
    KeptCursor kept = cursors.get(shard);
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

  private void end(KeptCursor kept) {
    kept.end();
    cursors.remove(kept.shard(), kept);
  }

  private void write(KeptCursor kept) {
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
}
