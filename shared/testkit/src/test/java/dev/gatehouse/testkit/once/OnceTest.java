package dev.gatehouse.testkit.once;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.once.Once;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import org.junit.jupiter.api.Test;

final class OnceTest implements OnceContract {
  private final InMemoryTable table = new InMemoryTable();

  @Override
  public Table table() {
    return table;
  }

  @Test
  void claimsNothingWhenTheTableIsAway() {
    table.unavailable(true);
    Once once = new Once(table, new SettableClock());

    assertThatThrownBy(() -> once.claim("key", "a", LEASE))
        .isInstanceOf(TableUnavailableException.class);
  }
}
