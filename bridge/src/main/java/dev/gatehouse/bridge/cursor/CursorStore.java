package dev.gatehouse.bridge.cursor;

import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.contracts.Shard;
import java.util.Optional;
import java.util.Set;

/** Where a shard's session outlives its process. May wait for a table. */
public interface CursorStore {
  /** What the shard's last owner left. */
  Optional<SavedSession> load(Shard shard);

  /**
   * Remembers how far a shard's session is durable.
   *
   * @return false when the shard belongs to another process by now, so that this one must stop
   */
  boolean save(Shard shard, SavedSession session);

  /** The roles that stand for our user in the shard's guilds, as its last owner knew them. */
  default Set<Long> roles(Shard shard) {
    return Set.of();
  }

  /** Remembers the roles: whoever resumes the session is not told of its guilds again. */
  default void saveRoles(Shard shard, Set<Long> roles) {}

  /** Remembers nothing beyond the process: a restart begins a new session. */
  static CursorStore none() {
    return new CursorStore() {
      @Override
      public Optional<SavedSession> load(Shard shard) {
        return Optional.empty();
      }

      @Override
      public boolean save(Shard shard, SavedSession session) {
        return true;
      }
    };
  }
}
