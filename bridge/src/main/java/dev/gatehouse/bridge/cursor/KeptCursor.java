package dev.gatehouse.bridge.cursor;

import dev.gatehouse.contracts.Shard;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One shard's cursor and what was last written of it. Its writes exclude each other, or an older
 * number could be written after a newer one. Safe for use by several threads.
 */
final class KeptCursor {
  private final Shard shard;
  private final ShardCursor cursor;
  private @Nullable SavedSession written;
  private boolean ended;

  KeptCursor(Shard shard, ShardCursor cursor) {
    this.shard = shard;
    this.cursor = cursor;
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
    ended = !store.save(shard, moved.get());
    written = moved.get();
    return !ended;
  }

  /** Once this has returned, nothing is written any more. */
  synchronized void end() {
    ended = true;
  }

  private Optional<SavedSession> moved() {
    return cursor.toSave().filter(session -> !session.equals(written));
  }
}
