package dev.gatehouse.testkit.lease;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeaseTableTest implements LeaseContract {
  private final InMemoryTable table = new InMemoryTable();

  @Override
  public Table table() {
    return table;
  }

  @Test
  void claimsNothingWhenTheTableIsAway() {
    table.unavailable(true);
    LeaseTable leases = new LeaseTable(table, new SettableClock());

    assertThatThrownBy(() -> leases.claim(new Key("key", "row"), "a", LENGTH, List.of()))
        .isInstanceOf(TableUnavailableException.class);
  }
}
