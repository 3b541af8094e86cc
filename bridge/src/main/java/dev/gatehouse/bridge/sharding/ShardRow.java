package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.cursor.SavedSession;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attributes of a shard's row: its lease, and its session beside it under the same fence. */
final class ShardRow {
  /** Who runs the shard; the id of a process. */
  static final String OWNER = "owner";

  /** The fencing token: it rises with each change of owner. */
  static final String TOKEN = "token";

  /** When the lease ends unless renewed, in milliseconds since the epoch. */
  static final String EXPIRES = "expires";

  /** Rises with each renewal, so that others see it being renewed whatever their clocks say. */
  static final String BEAT = "beat";

  /** Whether events flow. */
  static final String LIVE = "live";

  private static final String SESSION = "session_id";
  private static final String RESUME_URL = "resume_url";
  private static final String USER = "user_id";
  private static final String DURABLE = "durable";
  private static final String DURABLE_AT = "durable_at";

  private ShardRow() {}

  static Optional<SavedSession> session(Item row) {
    return row.text(SESSION)
        .map(id ->
            new SavedSession(
                id,
                row.text(RESUME_URL).orElse(""),
                row.number(USER, 0),
                row.number(DURABLE, 0),
                Instant.ofEpochMilli(row.number(DURABLE_AT, 0))));
  }

  static List<Change> sessionChanges(SavedSession session) {
    return List.of(
        Change.set(SESSION, Value.of(session.sessionId())),
        Change.set(RESUME_URL, Value.of(session.resumeUrl())),
        Change.set(USER, Value.of(session.userId())),
        Change.set(DURABLE, Value.of(session.durable())),
        Change.set(DURABLE_AT, Value.of(session.durableAt().toEpochMilli())));
  }
}
