package dev.gatehouse.assistant.history;

import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.ConversationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * History in rows of a table. Rows carry a TTL, and since a table deletes late, what has expired is
 * also left out when reading. Throws {@link dev.gatehouse.cloud.table.TableUnavailableException}
 * when the table does not answer.
 */
public final class TableHistory implements History {
  private static final int PAGE = 500;

  private final Table table;
  private final InstantSource clock;
  private final HistoryLimits limits;

  public TableHistory(Table table, InstantSource clock, HistoryLimits limits) {
    this.table = table;
    this.clock = clock;
    this.limits = limits;
  }

  /** History that keeps entries for the given time, with the usual limits. */
  public static TableHistory keepingFor(Duration retention, Table table, InstantSource clock) {
    return new TableHistory(table, clock, HistoryLimits.keepingFor(retention));
  }

  @Override
  public void append(ConversationId conversation, Entry entry) {
    long atMillis = firstSaid(conversation, entry);
    String text = AbridgedText.of(entry.text(), limits.textLength());
    table.put(EntryRow.row(conversation, entry, text, atMillis, expiry(atMillis)));
  }

  @Override
  public List<Entry> recent(ConversationId conversation, int limit) {
    long now = clock.instant().getEpochSecond();
    return table
        .query(new Query(RowKeys.history(conversation), RowKeys.HISTORY_ENTRIES, true, limit))
        .stream()
        .filter(row -> row.number(Item.TTL, Long.MAX_VALUE) > now)
        .map(EntryRow::entry)
        .toList()
        .reversed();
  }

  @Override
  public int clear(ConversationId conversation) {
    Query all = new Query(RowKeys.history(conversation), "", false, PAGE);
    int deleted = 0;
    for (List<Item> page = table.query(all); !page.isEmpty(); page = table.query(all)) {
      page.forEach(row -> table.delete(row.key()));
      deleted += (int) page.stream().filter(TableHistory::isEntry).count();
    }
    return deleted;
  }

  private long firstSaid(ConversationId conversation, Entry entry) {
    long atMillis = entry.at().toEpochMilli();
    Item marker = EntryRow.marker(conversation, entry, expiry(atMillis));
    if (table.putIf(marker, Condition.absent())) {
      return atMillis;
    }
    return table.get(marker.key()).flatMap(EntryRow::firstSaid).orElse(atMillis);
  }

  private long expiry(long atMillis) {
    return Math.floorDiv(atMillis, 1000) + limits.retention().toSeconds();
  }

  private static boolean isEntry(Item row) {
    return row.key().sort().startsWith(RowKeys.HISTORY_ENTRIES);
  }
}
