package dev.gatehouse.bridge.cursor;

import dev.gatehouse.contracts.Shard;
import java.util.Optional;

/** Remembers nothing beyond the process: a restart begins a new session. */
public final class NoCursorStore implements CursorStore {
  @Override
  public Optional<SavedSession> load(Shard shard) {
    return Optional.empty();
  }

  @Override
  public boolean save(Shard shard, SavedSession session) {
    return true;
  }
}
