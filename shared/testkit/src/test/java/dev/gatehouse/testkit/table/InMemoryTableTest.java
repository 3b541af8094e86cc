package dev.gatehouse.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InMemoryTableTest implements TableContract {
  private final InMemoryTable table = new InMemoryTable();

  @Override
  public Table table() {
    return table;
  }

  @Override
  public Table unavailableTable() {
    InMemoryTable away = new InMemoryTable();
    away.unavailable(true);
    return away;
  }

  @Test
  void comesBackWithWhatItHeld() {
    Item item = new Item(new Key("p", "s"), Map.of());
    table.put(item);
    table.unavailable(true);
    table.unavailable(false);

    assertThat(table.get(item.key())).isEqualTo(Optional.of(item));
  }

  @Test
  void addsToNumbersOnly() {
    Key key = new Key("p", "s");
    table.put(new Item(key, Map.of("text", Value.of("x"))));
    List<Change> changes = List.of(Change.add("text", 1));

    assertThatThrownBy(() -> table.updateIf(key, changes, Condition.present()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
