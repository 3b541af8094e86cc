package dev.gatehouse.testkit.table;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies an update to the stored item, or to an empty one. */
final class Changes {
  private Changes() {}

  static Item apply(Key key, @Nullable Item stored, List<Change> changes) {
    Map<String, Value> attributes = new HashMap<>();
    if (stored != null) {
      attributes.putAll(stored.attributes());
    }
    changes.forEach(change -> apply(attributes, change));
    return new Item(key, attributes);
  }

  private static void apply(Map<String, Value> attributes, Change change) {
    switch (change) {
      case Change.Set(String name, Value value) -> attributes.put(name, value);
      case Change.Remove(String name) -> attributes.remove(name);
      case Change.Add(String name, long amount) ->
          attributes.put(name, sum(name, attributes.get(name), amount));
    }
  }

  private static Value sum(String name, @Nullable Value value, long amount) {
    return switch (value) {
      case null -> Value.of(amount);
      case Value.Number(long number) -> Value.of(number + amount);
      case Value.Text _, Value.Flag _ ->
          throw new IllegalArgumentException(name + ": is no number, so nothing can be added");
    };
  }
}
