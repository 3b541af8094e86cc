package dev.gatehouse.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Gatehouse relies on of a table. Tests use partitions of their own, so one table serves. */
public interface TableContract {
  /** The table under test. */
  Table table();

  /** A table that cannot be reached or does not exist. */
  Table unavailableTable();

  @Test
  default void readsBackWhatWasWritten() {
    Item item =
        new Item(
            newKey(),
            Map.of("text", Value.of("a\"é😀"), "number", Value.of(-7L), "flag", Value.of(true)));
    table().put(item);

    assertThat(table().get(item.key())).isEqualTo(Optional.of(item));
    assertThat(table().get(newKey())).isEmpty();
  }

  @Test
  default void takesReservedWordsAndOddNames() {
    Key key = newKey();
    List<Change> changes =
        List.of(
            Change.set("name", Value.of("a")),
            Change.set("a.b#c:d e", Value.of(1)),
            Change.add("size", 2));
    Condition condition = Condition.belowOrMissing("status", 1);

    Item changed = table().updateIf(key, changes, condition).orElseThrow();
    assertThat(changed.attributes())
        .isEqualTo(Map.of("name", Value.of("a"), "a.b#c:d e", Value.of(1), "size", Value.of(2)));
    assertThat(table().get(key)).isEqualTo(Optional.of(changed));
  }

  @Test
  default void puttingReplacesTheWholeItem() {
    Key key = newKey();
    table().put(new Item(key, Map.of("old", Value.of(1))));
    table().put(new Item(key, Map.of("new", Value.of(2))));

    assertThat(table().get(key).orElseThrow().attributes()).isEqualTo(Map.of("new", Value.of(2)));
  }

  @Test
  default void putsOnlyIfTheConditionHolds() {
    Item first = new Item(newKey(), Map.of("n", Value.of(1)));
    Item second = new Item(first.key(), Map.of("n", Value.of(2)));

    assertThat(table().putIf(first, Condition.absent())).isTrue();
    assertThat(table().putIf(second, Condition.absent())).isFalse();
    assertThat(table().get(first.key())).isEqualTo(Optional.of(first));
    assertThat(table().putIf(second, Condition.present())).isTrue();
    assertThat(table().get(first.key())).isEqualTo(Optional.of(second));
  }

  @Test
  default void judgesEachKindOfCondition() {
    Key key = newKey();
    table().put(new Item(key, Map.of("n", Value.of(5), "t", Value.of("x"))));

    assertHolds(true, key, Condition.equal("t", Value.of("x")));
    assertHolds(false, key, Condition.equal("t", Value.of("y")));
    assertHolds(false, key, Condition.equal("missing", Value.of("x")));
    assertHolds(false, key, Condition.equal("n", Value.of("5")));
    assertHolds(true, key, Condition.belowOrMissing("n", 6));
    assertHolds(false, key, Condition.belowOrMissing("n", 5));
    assertHolds(true, key, Condition.belowOrMissing("missing", 0));
    assertHolds(false, key, Condition.belowOrMissing("t", 9));
    assertHolds(false, key, Condition.all(Condition.present(), Condition.absent()));
    assertHolds(true, key, Condition.any(Condition.absent(), Condition.present()));
    assertHolds(true, key, Condition.all(Condition.any(Condition.belowOrMissing("n", 6))));
    Condition either = Condition.any(Condition.absent(), Condition.equal("n", Value.of(5)));
    assertHolds(true, key, Condition.all(either, Condition.equal("t", Value.of("x"))));
    assertHolds(false, key, Condition.all(either, Condition.equal("t", Value.of("y"))));
  }

  @Test
  default void anUpdateSetsAddsAndRemoves() {
    Key key = newKey();
    table().put(new Item(key, Map.of("n", Value.of(5), "gone", Value.of("x"))));
    List<Change> changes =
        List.of(
            Change.set("t", Value.of("new")),
            Change.add("n", -2),
            Change.add("m", 3),
            Change.remove("gone"));

    Item after = table().updateIf(key, changes, Condition.present()).orElseThrow();
    assertThat(after.attributes())
        .isEqualTo(Map.of("t", Value.of("new"), "n", Value.of(3), "m", Value.of(3)));
  }

  @Test
  default void anUpdateCreatesWhatIsAbsentUnlessTold() {
    Key key = newKey();
    List<Change> changes = List.of(Change.add("n", 1));

    assertThat(table().updateIf(key, changes, Condition.present())).isEmpty();
    assertThat(table().get(key)).isEmpty();
    assertThat(table().updateIf(key, changes, Condition.absent()).orElseThrow().number("n", 0))
        .isEqualTo(1);
  }

  @Test
  default void anUpdateWithNoChangeCreatesTheBareItem() {
    Key key = newKey();

    assertThat(table().updateIf(key, List.of(), Condition.absent()))
        .isEqualTo(Optional.of(new Item(key, Map.of())));
    assertThat(table().get(key)).isEqualTo(Optional.of(new Item(key, Map.of())));
  }

  @Test
  default void deletesOnlyIfTheConditionHolds() {
    Key key = newKey();
    table().put(new Item(key, Map.of("n", Value.of(1))));

    assertThat(table().deleteIf(key, Condition.equal("n", Value.of(2)))).isFalse();
    assertThat(table().get(key).isPresent()).isTrue();
    assertThat(table().deleteIf(key, Condition.equal("n", Value.of(1)))).isTrue();
    assertThat(table().get(key)).isEmpty();
    assertThat(table().deleteIf(key, Condition.present())).isFalse();
  }

  @Test
  default void deletingWhatIsAbsentIsHarmless() {
    Key key = newKey();
    table().put(new Item(key, Map.of()));
    table().delete(key);
    table().delete(key);

    assertThat(table().get(key)).isEmpty();
  }

  @Test
  default void queriesOnePartitionInTheOrderOfBytes() {
    String partition = UUID.randomUUID().toString();
    List<String> sorts = List.of("a#1", "a#10", "a#2", "a_", "b", "é", "\uffee", "😀");
    sorts.reversed().forEach(sort -> table().put(new Item(new Key(partition, sort), Map.of())));
    table().put(new Item(newKey(), Map.of()));

    assertThat(sorts(new Query(partition, "", false, 100))).isEqualTo(sorts);
    assertThat(sorts(new Query(partition, "", true, 100))).isEqualTo(sorts.reversed());
    assertThat(sorts(new Query(partition, "a#", false, 100)))
        .isEqualTo(List.of("a#1", "a#10", "a#2"));
    assertThat(sorts(new Query(partition, "a#", true, 2))).isEqualTo(List.of("a#2", "a#10"));
    assertThat(sorts(new Query(partition, "z", false, 1))).isEmpty();
  }

  /** DynamoDB answers at most 1 MB a page. */
  @Test
  default void queriesOverManyPages() {
    String partition = UUID.randomUUID().toString();
    Value large = Value.of("x".repeat(250_000));
    IntStream.range(10, 22)
        .forEach(i -> table().put(new Item(new Key(partition, "" + i), Map.of("large", large))));

    List<String> expected = IntStream.range(10, 22).mapToObj(Integer::toString).toList();
    assertThat(sorts(new Query(partition, "", false, 100))).isEqualTo(expected);
    assertThat(sorts(new Query(partition, "1", false, 9))).isEqualTo(expected.subList(0, 9));
    assertThat(sorts(new Query(partition, "", true, 7)))
        .isEqualTo(expected.reversed().subList(0, 7));
  }

  @Test
  default void letsExactlyOneOfManyWritersWin() throws InterruptedException {
    Key key = newKey();
    AtomicInteger winners = new AtomicInteger();
    List<Thread> writers =
        IntStream.range(0, 8)
            .mapToObj(i -> new Item(key, Map.of("writer", Value.of(i))))
            .map(item -> Thread.ofVirtual().start(() -> tryToWrite(item, winners)))
            .toList();
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(winners.get()).isEqualTo(1);
  }

  @Test
  default void saysThatItIsNotAvailable() {
    Item item = new Item(newKey(), Map.of("n", Value.of(1)));
    Table away = unavailableTable();
    List<Change> changes = List.of(Change.add("n", 1));
    Query query = new Query("p", "", false, 1);

    assertUnavailable(() -> away.get(item.key()));
    assertUnavailable(() -> away.put(item));
    assertUnavailable(() -> away.putIf(item, Condition.absent()));
    assertUnavailable(() -> away.updateIf(item.key(), changes, Condition.present()));
    assertUnavailable(() -> away.deleteIf(item.key(), Condition.present()));
    assertUnavailable(() -> away.query(query));
  }

  private static void assertUnavailable(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(TableUnavailableException.class);
  }

  private void assertHolds(boolean expected, Key key, Condition condition) {
    List<Change> changes = List.of(Change.add("touched", 1));
    assertThat(table().updateIf(key, changes, condition).isPresent())
        .as(condition::toString)
        .isEqualTo(expected);
  }

  private void tryToWrite(Item item, AtomicInteger winners) {
    if (table().putIf(item, Condition.absent())) {
      winners.incrementAndGet();
    }
  }

  private List<String> sorts(Query query) {
    return table().query(query).stream().map(item -> item.key().sort()).toList();
  }

  private static Key newKey() {
    return new Key(UUID.randomUUID().toString(), "sort");
  }
}
