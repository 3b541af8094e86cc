package dev.gatehouse.testkit.table;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory that keeps {@link TableContract}. Like DynamoDB it does not delete an expired
 * item at once, so it never does. Safe for many threads.
 */
public final class InMemoryTable implements Table {
  private final Partitions partitions = new Partitions();
  private boolean unavailable;
  private int answersUntilLost = -1;

  /** From now on every call throws {@link TableUnavailableException}, or no call does any more. */
  public synchronized void unavailable(boolean now) {
    unavailable = now;
  }

  /**
   * One call takes effect and throws {@link TableUnavailableException} all the same.
   *
   * @param after how many calls are answered before it; negative for no such call
   */
  public synchronized void loseAnswer(int after) {
    answersUntilLost = after;
  }

  @Override
  public synchronized Optional<Item> get(Key key) {
    checkAvailable();
    return answered(Optional.ofNullable(partitions.get(key)));
  }

  @Override
  public synchronized void put(Item item) {
    checkAvailable();
    partitions.put(item);
    answered(item);
  }

  @Override
  public synchronized boolean putIf(Item item, Condition condition) {
    boolean holds = holds(item.key(), condition);
    if (holds) {
      partitions.put(item);
    }
    return answered(holds);
  }

  @Override
  public synchronized Optional<Item> updateIf(Key key, List<Change> changes, Condition condition) {
    if (!holds(key, condition)) {
      return answered(Optional.empty());
    }
    Item changed = Changes.apply(key, partitions.get(key), changes);
    partitions.put(changed);
    return answered(Optional.of(changed));
  }

  @Override
  public synchronized boolean deleteIf(Key key, Condition condition) {
    boolean holds = holds(key, condition);
    if (holds) {
      partitions.remove(key);
    }
    return answered(holds);
  }

  @Override
  public synchronized List<Item> query(Query query) {
    checkAvailable();
    NavigableMap<String, Item> sorted = partitions.of(query.partition());
    return answered(
        (query.newestFirst() ? sorted.descendingMap() : sorted)
            .values().stream()
                .filter(item -> item.key().sort().startsWith(query.sortPrefix()))
                .limit(query.limit())
                .toList());
  }

  private boolean holds(Key key, Condition condition) {
    checkAvailable();
    @Nullable Item stored = partitions.get(key);
    return Conditions.hold(condition, stored);
  }

  private void checkAvailable() {
    if (unavailable) {
      throw new TableUnavailableException("table in memory: switched off by the test", null);
    }
  }

  private <T> T answered(T answer) {
    if (answersUntilLost-- == 0) {
      throw new TableUnavailableException("table in memory: the answer was lost", null);
    }
    return answer;
  }
}
