package dev.gatehouse.cloud.table.expression;

import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Value;

/**
 * Which keys a query reads, in DynamoDB's language.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key
 *     condition expressions</a>
 */
public final class KeyExpression {
  private KeyExpression() {}

  /** The expression; what it names goes into the placeholders. */
  public static String of(Query query, Placeholders placeholders) {
    String partition =
        placeholders.name(Key.PARTITION) + " = " + placeholders.value(Value.of(query.partition()));
    if (query.sortPrefix().isEmpty()) {
      return partition;
    }
    String sort = placeholders.name(Key.SORT);
    String prefix = placeholders.value(Value.of(query.sortPrefix()));
    return partition + " AND begins_with(" + sort + ", " + prefix + ")";
  }
}
