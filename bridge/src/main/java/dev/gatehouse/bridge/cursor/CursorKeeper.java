package dev.gatehouse.bridge.cursor;

import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the cursors of this process's shards from time to time: often enough that a replay stays
 * short, seldom enough to cost little. A cursor that has not moved is not written.
 */
public final class CursorKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CursorKeeper.class);
  private static final SavedSession NOTHING = new SavedSession("", "", 0, 0, Instant.EPOCH);

  private final CursorStore store;
  private final Duration interval;
  private final Consumer<Shard> onLost;
  private final Map<Shard, Kept> cursors = new ConcurrentHashMap<>();
  private final Thread thread;

  private record Kept(ShardCursor cursor, SavedSession written) {}

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

  /** From now on, this shard's cursor is written. */
  public void keep(Shard shard, ShardCursor cursor) {
    cursors.put(shard, new Kept(cursor, NOTHING));
  }

  /** Writes the shard's cursor for the last time. */
  public void release(Shard shard) {
    write(shard);
    cursors.remove(shard);
  }

  /** Writes what has moved. */
  public void flush() {
    cursors.keySet().forEach(this::write);
  }

  @Override
  public void close() {
    thread.interrupt();
    flush();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(interval);
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Shard shard) {
    Kept kept = cursors.get(shard);
    if (kept != null) {
      kept.cursor()
          .toSave()
          .filter(session -> !session.equals(kept.written()))
          .ifPresent(session -> write(shard, kept, session));
    }
  }

  private void write(Shard shard, Kept kept, SavedSession session) {
    try {
      if (store.save(shard, session)) {
        cursors.replace(shard, kept, new Kept(kept.cursor(), session));
      } else {
        cursors.remove(shard);
        onLost.accept(shard);
      }
    } catch (TableUnavailableException e) {
      LOG.atWarn()
          .addKeyValue("shard", shard)
          .addKeyValue("reason", e.getMessage())
          .log("cursor not written, trying again later");
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("shard", shard).setCause(e).log("a defect kept a cursor unwritten");
    }
  }
}
