package dev.gatehouse.bridge.identify;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import java.util.List;
import java.util.Optional;

/** One process's way to a table, where another process may write right before it does. */
final class MeddledTable implements Table {
  private final Table table;
  private Runnable meddling = () -> {};

  MeddledTable(Table table) {
    this.table = table;
  }

  void beforeTheNextChange(Runnable done) {
    meddling = done;
  }

  @Override
  public Optional<Item> get(Key key) {
    return table.get(key);
  }

  @Override
  public void put(Item item) {
    table.put(item);
  }

  @Override
  public boolean putIf(Item item, Condition condition) {
    return table.putIf(item, condition);
  }

  @Override
  public Optional<Item> updateIf(Key key, List<Change> changes, Condition condition) {
    Runnable now = meddling;
    meddling = () -> {};
    now.run();
    return table.updateIf(key, changes, condition);
  }

  @Override
  public boolean deleteIf(Key key, Condition condition) {
    return table.deleteIf(key, condition);
  }

  @Override
  public List<Item> query(Query query) {
    return table.query(query);
  }
}
