package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.JsonReader;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items and values in DynamoDB's own JSON. Attributes of a type that we never write are left out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 */
final class AttributeJson {
  private AttributeJson() {}

  static void write(Key key, JsonWriter json) {
    write(Key.PARTITION, Value.of(key.partition()), json);
    write(Key.SORT, Value.of(key.sort()), json);
  }

  /** The key counts where an attribute has its name. */
  static void write(Item item, JsonWriter json) {
    Map<String, Value> attributes = new HashMap<>(item.attributes());
    attributes.put(Key.PARTITION, Value.of(item.key().partition()));
    attributes.put(Key.SORT, Value.of(item.key().sort()));
    write(attributes, json);
  }

  static void write(Map<String, Value> values, JsonWriter json) {
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      write(entry.getKey(), entry.getValue(), json);
    }
  }

  /** Reads an item, or a key alone. */
  static Item read(JsonReader json) {
    Map<String, Value> values = new HashMap<>();
    json.enter('{');
    while (json.hasMore('}')) {
      String name = json.name();
      Value value = value(json);
      if (value != null) {
        values.put(name, value);
      }
    }
    Key key = new Key(text(values.remove(Key.PARTITION)), text(values.remove(Key.SORT)));
    return new Item(key, values);
  }

  private static void write(String name, Value value, JsonWriter json) {
    json.name(name).begin();
    switch (value) {
      case Value.Text(String text) -> json.name("S").text(text);
      case Value.Number(long number) -> json.name("N").text(Long.toString(number));
      case Value.Flag(boolean flag) -> json.name("BOOL").flag(flag);
    }
    json.end();
  }

  private static @Nullable Value value(JsonReader json) {
    Value value = null;
    json.enter('{');
    while (json.hasMore('}')) {
      switch (json.name()) {
        case "S" -> value = Value.of(json.string());
        case "N" -> value = wholeNumber(json.string());
        case "BOOL" -> value = Value.of(json.isTrue());
        default -> json.skip();
      }
    }
    return value;
  }

  private static @Nullable Value wholeNumber(String number) {
    try {
      return Value.of(Long.parseLong(number));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String text(@Nullable Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}
