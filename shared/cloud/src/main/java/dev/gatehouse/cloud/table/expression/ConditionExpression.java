package dev.gatehouse.cloud.table.expression;

import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in DynamoDB's language.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Condition
 *     and filter expressions</a>
 */
public final class ConditionExpression {
  private ConditionExpression() {}

  /** The expression; what it names goes into the placeholders. */
  public static String of(Condition condition, Placeholders placeholders) {
    return switch (condition) {
      case Condition.Absent() -> "attribute_not_exists(" + key(placeholders) + ")";
      case Condition.Present() -> "attribute_exists(" + key(placeholders) + ")";
      case Condition.Equal(String attribute, Value value) ->
          placeholders.name(attribute) + " = " + placeholders.value(value);
      case Condition.BelowOrMissing(String attribute, long bound) ->
          belowOrMissing(placeholders.name(attribute), placeholders.value(Value.of(bound)));
      case Condition.All(List<Condition> all) -> joined(all, " AND ", placeholders);
      case Condition.Any(List<Condition> any) -> joined(any, " OR ", placeholders);
    };
  }

  /** An item is there if its key is. */
  private static String key(Placeholders placeholders) {
    return placeholders.name(Key.PARTITION);
  }

  private static String belowOrMissing(String name, String bound) {
    return "(attribute_not_exists(" + name + ") OR " + name + " < " + bound + ")";
  }

  /** DynamoDB refuses parentheses that change nothing, so a single condition gets none. */
  private static String joined(
      List<Condition> conditions, String operator, Placeholders placeholders) {
    if (conditions.size() == 1) {
      return of(conditions.getFirst(), placeholders);
    }
    return conditions.stream()
        .map(condition -> of(condition, placeholders))
        .collect(Collectors.joining(operator, "(", ")"));
  }
}
