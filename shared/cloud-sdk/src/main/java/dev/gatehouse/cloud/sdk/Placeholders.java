package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.table.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names and values of one request's expressions. Every attribute gets a placeholder, so that no
 * name can collide with one of DynamoDB's reserved words or be read as part of the expression.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html">Expression
 *     attribute names</a>
 */
final class Placeholders {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  /** The placeholder of an attribute's name; the same for the same name. */
  String name(String attribute) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(attribute))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> newName(attribute));
  }

  /** A placeholder of its own for a value. */
  String value(Value value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, Attributes.of(value));
    return placeholder;
  }

  Map<String, String> names() {
    return names;
  }

  /** Null where there is none: DynamoDB refuses an empty map. */
  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }

  private String newName(String attribute) {
    String placeholder = "#n" + names.size();
    names.put(placeholder, attribute);
    return placeholder;
  }
}
