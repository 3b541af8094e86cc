package dev.gatehouse.cloud.table.expression;

import dev.gatehouse.cloud.table.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names and values of one request's expressions. Every attribute gets a placeholder, so that no
 * name can collide with one of DynamoDB's reserved words or be read as part of the expression.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html">Expression
 *     attribute names</a>
 */
public final class Placeholders {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();

  /** The attributes' names by their placeholders, such as {@code #n0}. */
  public Map<String, String> names() {
    return Collections.unmodifiableMap(names);
  }

  /** The values by their placeholders, such as {@code :v0}. */
  public Map<String, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  /** The placeholder of an attribute's name; the same for the same name. */
  String name(String attribute) {
    for (Map.Entry<String, String> known : names.entrySet()) {
      if (known.getValue().equals(attribute)) {
        return known.getKey();
      }
    }
    String placeholder = "#n" + names.size();
    names.put(placeholder, attribute);
    return placeholder;
  }

  /** A placeholder of its own for a value. */
  String value(Value value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
