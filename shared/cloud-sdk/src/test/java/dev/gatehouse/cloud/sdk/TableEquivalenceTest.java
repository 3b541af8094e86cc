package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.sdk.emulator.DynamoDbLocal;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Tables;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The fake table answers every sequence of calls as DynamoDB does. */
final class TableEquivalenceTest {
  private static final Arbitrary<String> NAMES = Arbitraries.of("n", "status", "t");

  private static DynamoDbLocal dynamo;
  private static AwsClients clients;
  private static String name;

  /** One call; partitions are fresh for each try, so only the rest is generated. */
  record Call(String text, BiFunction<Table, String, Object> call) {
    Object on(Table table, String partition) {
      return call.apply(table, partition);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @BeforeContainer
  static void start() throws Exception {
    dynamo = DynamoDbLocal.start();
    clients = AwsClients.of(Settings.of(Environments.at(dynamo.endpoint())));
    name = Tables.create(clients.dynamo());
  }

  @AfterContainer
  static void stop() throws Exception {
    clients.close();
    dynamo.close();
  }

  @Property(tries = 60)
  void answersTheSame(@ForAll("calls") List<Call> calls) {
    String partition = UUID.randomUUID().toString();
    Table real = clients.table(name);
    Table fake = new InMemoryTable();
    for (Call call : calls) {
      assertThat(call.on(fake, partition)).as(call::toString).isEqualTo(call.on(real, partition));
    }
    Query all = new Query(partition, "", false, 100);
    assertThat(fake.query(all)).isEqualTo(real.query(all));
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<String> sorts = Arbitraries.of("a", "ab", "b");
    Arbitrary<Call> puts =
        Combinators.combine(sorts, items(), conditions()).as(TableEquivalenceTest::put);
    Arbitrary<Call> updates =
        Combinators.combine(sorts, changes(), conditions()).as(TableEquivalenceTest::update);
    Arbitrary<Call> deletes =
        Combinators.combine(sorts, conditions()).as(TableEquivalenceTest::delete);
    Arbitrary<Call> queries =
        Combinators.combine(
                Arbitraries.of("", "a", "ab"), Arbitraries.of(true, false), Arbitraries.of(1, 9))
            .as(TableEquivalenceTest::query);
    return Arbitraries.oneOf(puts, updates, deletes, queries).list().ofMinSize(1).ofMaxSize(12);
  }

  private static Call put(String sort, Map<String, Value> attributes, Condition condition) {
    return new Call(
        "put " + sort + " " + attributes + " " + condition,
        (table, p) -> table.putIf(new Item(new Key(p, sort), attributes), condition));
  }

  private static Call update(String sort, List<Change> changes, Condition condition) {
    return new Call(
        "update " + sort + " " + changes + " " + condition,
        (table, p) -> table.updateIf(new Key(p, sort), changes, condition));
  }

  private static Call delete(String sort, Condition condition) {
    return new Call(
        "delete " + sort + " " + condition,
        (table, p) -> table.deleteIf(new Key(p, sort), condition));
  }

  private static Call query(String prefix, boolean newestFirst, int limit) {
    return new Call(
        "query " + prefix + " " + newestFirst + " " + limit,
        (table, p) -> table.query(new Query(p, prefix, newestFirst, limit)));
  }

  private static Arbitrary<Map<String, Value>> items() {
    return Arbitraries.maps(Arbitraries.of("t", "status", "x"), values()).ofMaxSize(3);
  }

  private static Arbitrary<Value> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "x", "5").map(Value::of),
        Arbitraries.of(-1L, 0L, 5L, Long.MAX_VALUE).map(Value::of),
        Arbitraries.of(true, false).map(Value::of));
  }

  /** Numbers are added to one attribute only, which nothing else sets. */
  private static Arbitrary<List<Change>> changes() {
    Arbitrary<Change> sets =
        Combinators.combine(Arbitraries.of("t", "status"), values()).as(Change::set);
    Arbitrary<Change> adds = Arbitraries.of(-2L, 1L).map(amount -> Change.add("n", amount));
    Arbitrary<Change> removes = Arbitraries.of("x", "y").map(Change::remove);
    return Arbitraries.oneOf(sets, adds, removes)
        .list()
        .ofMaxSize(4)
        .uniqueElements(TableEquivalenceTest::attribute);
  }

  private static String attribute(Change change) {
    return switch (change) {
      case Change.Set set -> set.attribute();
      case Change.Add add -> add.attribute();
      case Change.Remove remove -> remove.attribute();
    };
  }

  private static Arbitrary<Condition> conditions() {
    Arbitrary<Condition> simple =
        Arbitraries.oneOf(
            Arbitraries.of(Condition.absent(), Condition.present()),
            Combinators.combine(NAMES, values()).as(Condition::equal),
            Combinators.combine(NAMES, Arbitraries.of(-1L, 0L, 1L, 6L))
                .as(Condition::belowOrMissing));
    Arbitrary<Condition> any = simple.list().ofMinSize(1).ofMaxSize(3).map(Condition.Any::new);
    Arbitrary<Condition> all =
        Arbitraries.oneOf(simple, any).list().ofMinSize(1).ofMaxSize(3).map(Condition.All::new);
    Condition always = Condition.any(Condition.absent(), Condition.present());
    return Arbitraries.oneOf(Arbitraries.just(always), simple, any, all);
  }
}
