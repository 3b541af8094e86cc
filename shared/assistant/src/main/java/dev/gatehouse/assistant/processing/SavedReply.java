package dev.gatehouse.assistant.processing;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import java.util.List;
import java.util.Optional;

/**
 * A reply whose text was decided, saved in the request's row before it is shown: what a later
 * attempt shows is the same, and in the same place.
 *
 * @param reference what takes up the reply; empty before it is open
 */
record SavedReply(String reference, String text) {
  private static final String REFERENCE = "reply_reference";
  private static final String TEXT = "reply_text";

  /** The changes that forget it. */
  static final List<Change> FORGOTTEN = List.of(Change.remove(REFERENCE), Change.remove(TEXT));

  /** A reply that is not open yet. */
  static SavedReply decided(String text) {
    return new SavedReply("", text);
  }

  static Optional<SavedReply> of(Item row) {
    return row.text(TEXT).map(text -> new SavedReply(row.text(REFERENCE).orElse(""), text));
  }

  /** The changes that save it. */
  List<Change> changes() {
    return List.of(Change.set(REFERENCE, Value.of(reference)), Change.set(TEXT, Value.of(text)));
  }
}
