package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.expression.ConditionExpression;
import dev.gatehouse.cloud.table.expression.KeyExpression;
import dev.gatehouse.cloud.table.expression.Placeholders;
import dev.gatehouse.cloud.table.expression.UpdateExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table with string keys {@code pk} and {@code sk}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html">DynamoDB
 *     API</a>
 */
final class LeanTable implements Table {
  private final Caller caller;

  LeanTable(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Optional<Item> get(Key key) {
    return caller
        .call("GetItem", body -> body.key("Key", key).flag("ConsistentRead", true))
        .flatMap(Answer::item);
  }

  @Override
  public void put(Item item) {
    caller.call("PutItem", body -> body.item(item));
  }

  @Override
  public boolean putIf(Item item, Condition condition) {
    Placeholders placeholders = new Placeholders();
    String expression = ConditionExpression.of(condition, placeholders);
    return caller
        .call("PutItem", body -> body.item(item).condition(expression).with(placeholders))
        .isPresent();
  }

  @Override
  public Optional<Item> updateIf(Key key, List<Change> changes, Condition condition) {
    Placeholders placeholders = new Placeholders();
    String expression = ConditionExpression.of(condition, placeholders);
    String update = UpdateExpression.of(changes, placeholders);
    return caller
        .call(
            "UpdateItem",
            body ->
                body.key("Key", key)
                    .condition(expression)
                    .update(update)
                    .with(placeholders)
                    .text("ReturnValues", "ALL_NEW"))
        .map(answer -> answer.item().orElseThrow(() -> caller.unavailable("no Attributes came")));
  }

  @Override
  public boolean deleteIf(Key key, Condition condition) {
    Placeholders placeholders = new Placeholders();
    String expression = ConditionExpression.of(condition, placeholders);
    return caller
        .call("DeleteItem", body -> body.key("Key", key).condition(expression).with(placeholders))
        .isPresent();
  }

  @Override
  public List<Item> query(Query query) {
    List<Item> items = new ArrayList<>();
    Optional<Key> from = Optional.empty();
    do {
      Answer page = page(query, query.limit() - items.size(), from);
      items.addAll(page.items());
      from = page.lastKey();
    } while (from.isPresent() && items.size() < query.limit());
    return List.copyOf(items);
  }

  private Answer page(Query query, int limit, Optional<Key> from) {
    Placeholders placeholders = new Placeholders();
    String keys = KeyExpression.of(query, placeholders);
    return caller
        .call(
            "Query",
            body -> {
              body.text("KeyConditionExpression", keys)
                  .with(placeholders)
                  .flag("ScanIndexForward", !query.newestFirst())
                  .flag("ConsistentRead", true)
                  .number("Limit", limit);
              from.ifPresent(key -> body.key("ExclusiveStartKey", key));
            })
        .orElseThrow(() -> caller.unavailable("a query has no condition that could fail"));
  }
}
