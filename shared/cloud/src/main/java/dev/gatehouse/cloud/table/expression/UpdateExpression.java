package dev.gatehouse.cloud.table.expression;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Changes in DynamoDB's language, one clause for each kind.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update
 *     expressions</a>
 */
public final class UpdateExpression {
  private enum Clause {
    SET,
    ADD,
    REMOVE
  }

  private final Placeholders placeholders;
  private final Map<Clause, List<String>> clauses = new EnumMap<>(Clause.class);

  private UpdateExpression(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /** The expression; what it names goes into the placeholders. */
  public static String of(List<Change> changes, Placeholders placeholders) {
    UpdateExpression expression = new UpdateExpression(placeholders);
    changes.forEach(expression::add);
    return expression.text();
  }

  private void add(Change change) {
    switch (change) {
      case Change.Set(String name, Value value) ->
          part(Clause.SET, placeholders.name(name) + " = " + placeholders.value(value));
      case Change.Add(String name, long amount) ->
          part(Clause.ADD, placeholders.name(name) + " " + placeholders.value(Value.of(amount)));
      case Change.Remove(String name) -> part(Clause.REMOVE, placeholders.name(name));
    }
  }

  private void part(Clause clause, String text) {
    clauses.computeIfAbsent(clause, c -> new ArrayList<>()).add(text);
  }

  private String text() {
    return clauses.entrySet().stream()
        .map(clause -> clause.getKey() + " " + String.join(", ", clause.getValue()))
        .collect(Collectors.joining(" "));
  }
}
