package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.cloud.table.expression.Placeholders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items and values in DynamoDB's own form. Attributes of a type that we never write are left out.
 */
final class Attributes {
  private Attributes() {}

  static Map<String, AttributeValue> of(Key key) {
    return Map.of(
        Key.PARTITION,
        AttributeValue.fromS(key.partition()),
        Key.SORT,
        AttributeValue.fromS(key.sort()));
  }

  static Map<String, AttributeValue> of(Item item) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    item.attributes().forEach((name, value) -> attributes.put(name, of(value)));
    attributes.putAll(of(item.key()));
    return attributes;
  }

  /** Null where there is none: DynamoDB refuses an empty map. */
  static @Nullable Map<String, AttributeValue> of(Placeholders placeholders) {
    Map<String, AttributeValue> values = new HashMap<>();
    placeholders.values().forEach((name, value) -> values.put(name, of(value)));
    return values.isEmpty() ? null : values;
  }

  static AttributeValue of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> AttributeValue.fromS(text);
      case Value.Number(long number) -> AttributeValue.fromN(Long.toString(number));
      case Value.Flag(boolean flag) -> AttributeValue.fromBool(flag);
    };
  }

  static Item item(Map<String, AttributeValue> attributes) {
    Map<String, Value> values = new HashMap<>();
    attributes.forEach((name, value) -> value(value).ifPresent(v -> values.put(name, v)));
    values.remove(Key.PARTITION);
    values.remove(Key.SORT);
    return new Item(key(attributes), values);
  }

  private static Key key(Map<String, AttributeValue> attributes) {
    return new Key(text(attributes, Key.PARTITION), text(attributes, Key.SORT));
  }

  private static String text(Map<String, AttributeValue> attributes, String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? "" : value.s();
  }

  private static Optional<Value> value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Optional.of(Value.of(value.s()));
      case N -> wholeNumber(value.n());
      case BOOL -> Optional.of(Value.of(value.bool()));
      case B, SS, NS, BS, M, L, NUL, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
    };
  }

  private static Optional<Value> wholeNumber(String number) {
    try {
      return Optional.of(Value.of(Long.parseLong(number)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
