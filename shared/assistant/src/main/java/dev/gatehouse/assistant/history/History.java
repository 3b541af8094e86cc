package dev.gatehouse.assistant.history;

import dev.gatehouse.contracts.ConversationId;
import java.util.List;

/** Remembers conversations; entries expire, and {@link #clear} really deletes. */
public interface History {
  /** Remembers the entry; the same id again replaces it. */
  void append(ConversationId conversation, Entry entry);

  /** The newest entries, oldest first, at most {@code limit}, none of them expired. */
  List<Entry> recent(ConversationId conversation, int limit);

  /**
   * Deletes all that is remembered of the conversation.
   *
   * @return how many entries were deleted
   */
  int clear(ConversationId conversation);
}
