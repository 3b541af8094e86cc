package dev.gatehouse.simulator.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events were given to which session: what a consumer must have received. The oldest entries
 * go when there are too many; the count stays. Used under the world's lock.
 */
public final class Ledger {
  private static final int LIMIT = 500_000;

  private final Map<Long, Book> books = new HashMap<>();

  Ledger() {}

  /**
   * One event.
   *
   * @param channelId the channel that it belongs to
   * @param id the message's or other thing's id
   */
  public record Entry(
      String sessionId,
      int shard,
      long seq,
      String name,
      @Nullable Long channelId,
      @Nullable Long id) {}

  /** What was dispatched for one application. */
  public record Book(long count, Deque<Entry> entries) {
    Book with(Entry entry) {
      entries.addLast(entry);
      if (entries.size() > LIMIT) {
        entries.removeFirst();
      }
      return new Book(count + 1, entries);
    }
  }

  void record(long applicationId, Entry entry) {
    Book book = books.getOrDefault(applicationId, new Book(0, new ArrayDeque<>()));
    books.put(applicationId, book.with(entry));
  }

  /** One application's entries, oldest first. */
  public List<Entry> entries(long applicationId) {
    Book book = books.get(applicationId);
    return book == null ? List.of() : new ArrayList<>(book.entries());
  }

  /** How many events one application was given in all. */
  public long count(long applicationId) {
    Book book = books.get(applicationId);
    return book == null ? 0 : book.count();
  }

  void clear() {
    books.clear();
  }
}
