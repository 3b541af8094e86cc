package dev.gatehouse.cloud.table;

import java.util.List;
import java.util.Optional;

/**
 * One table. Every read is consistent. Each method throws {@link TableUnavailableException} when
 * the table cannot be reached, is throttled or does not exist; a write that throws may have been
 * done nevertheless.
 */
public interface Table {
  /** The item of that key. */
  Optional<Item> get(Key key);

  /** Writes the whole item, replacing what was there. */
  void put(Item item);

  /**
   * Writes the whole item if the condition holds.
   *
   * @return whether it was written
   */
  boolean putIf(Item item, Condition condition);

  /**
   * Changes attributes if the condition holds.
   *
   * @return the item after the change, or nothing when the condition did not hold
   */
  Optional<Item> updateIf(Key key, List<Change> changes, Condition condition);

  /**
   * Deletes the item if the condition holds.
   *
   * @return whether the condition held
   */
  boolean deleteIf(Key key, Condition condition);

  /** The items of a partition, read page by page until done or the limit is reached. */
  List<Item> query(Query query);

  /** Deletes the item, if it is there. */
  default void delete(Key key) {
    deleteIf(key, Condition.any(Condition.absent(), Condition.present()));
  }
}
