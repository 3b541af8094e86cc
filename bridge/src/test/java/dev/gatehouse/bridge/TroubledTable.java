package dev.gatehouse.bridge;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** One process's way to a table, which can be cut, or swallow calls without ever answering. */
public final class TroubledTable implements Table {
  private final Table table;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger swallowed = new AtomicInteger();
  private volatile boolean cut;
  private volatile boolean hanging;

  public TroubledTable(Table table) {
    this.table = table;
  }

  public void cut(boolean now) {
    cut = now;
  }

  /** From now on no call returns, not even an interrupted one, until {@link #end}. */
  void hang() {
    hanging = true;
  }

  /** How many calls have hung. */
  int swallowed() {
    return swallowed.get();
  }

  /** Lets those fail that hang. */
  void end() {
    cut = true;
    hanging = false;
    end.countDown();
  }

  private void swallow() {
    swallowed.incrementAndGet();
    boolean interrupted = false;
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Table table() {
    if (hanging) {
      swallow();
    }
    if (cut) {
      throw new TableUnavailableException("table state: cut off", null);
    }
    return table;
  }

  @Override
  public Optional<Item> get(Key key) {
    return table().get(key);
  }

  @Override
  public void put(Item item) {
    table().put(item);
  }

  @Override
  public boolean putIf(Item item, Condition condition) {
    return table().putIf(item, condition);
  }

  @Override
  public Optional<Item> updateIf(Key key, List<Change> changes, Condition condition) {
    return table().updateIf(key, changes, condition);
  }

  @Override
  public boolean deleteIf(Key key, Condition condition) {
    return table().deleteIf(key, condition);
  }

  @Override
  public List<Item> query(Query query) {
    return table().query(query);
  }
}
