package dev.gatehouse.assistant.history;

import dev.gatehouse.assistant.history.Entry.Role;
import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An entry's two rows: the entry itself, sorted by time, and a marker that finds the time by the
 * entry's id, so that the same id written again lands on the same row.
 */
final class EntryRow {
  private static final String AT = "at";
  private static final String ID = "id";
  private static final String ROLE = "role";
  private static final String AUTHOR = "author";
  private static final String TEXT = "text";
  private static final String OUTCOME = "outcome";

  private EntryRow() {}

  static Item marker(ConversationId conversation, Entry entry, long expiresAt) {
    return new Item(
        RowKeys.historyMarker(conversation, entry.id()),
        Map.of(AT, Value.of(entry.at().toEpochMilli()), Item.TTL, Value.of(expiresAt)));
  }

  /** When the entry was first said, as its marker holds it, in milliseconds since the epoch. */
  static Optional<Long> firstSaid(Item marker) {
    return Optional.of(marker.number(AT, -1)).filter(at -> at >= 0);
  }

  static Item row(
      ConversationId conversation, Entry entry, String text, long atMillis, long expiresAt) {
    return new Item(
        RowKeys.historyEntry(conversation, atMillis, entry.id()),
        Map.of(
            ID,
            Value.of(entry.id()),
            AT,
            Value.of(atMillis),
            ROLE,
            Value.of(entry.role().name().toLowerCase(Locale.ROOT)),
            AUTHOR,
            Value.of(entry.author()),
            TEXT,
            Value.of(text),
            OUTCOME,
            Value.of(entry.outcome().word()),
            Item.TTL,
            Value.of(expiresAt)));
  }

  static Entry entry(Item row) {
    return new Entry(
        row.text(ID).orElseThrow(),
        role(row.text(ROLE).orElseThrow()),
        row.text(AUTHOR).orElse(""),
        row.text(TEXT).orElse(""),
        row.text(OUTCOME).map(AnswerOutcome::ofWord).orElse(AnswerOutcome.COMPLETE),
        Instant.ofEpochMilli(row.number(AT, 0)));
  }

  private static Role role(String name) {
    return Role.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
