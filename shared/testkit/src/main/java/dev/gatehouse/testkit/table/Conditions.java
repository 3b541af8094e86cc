package dev.gatehouse.testkit.table;

import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import org.jspecify.annotations.Nullable;

/** Judges a condition against the stored item, if there is one. */
final class Conditions {
  private Conditions() {}

  static boolean hold(Condition condition, @Nullable Item stored) {
    return switch (condition) {
      case Condition.Absent() -> stored == null;
      case Condition.Present() -> stored != null;
      case Condition.Equal(String attribute, Value value) ->
          value.equals(attribute(stored, attribute));
      case Condition.BelowOrMissing(String attribute, long bound) ->
          belowOrMissing(attribute(stored, attribute), bound);
      case Condition.All all -> all.conditions().stream().allMatch(c -> hold(c, stored));
      case Condition.Any any -> any.conditions().stream().anyMatch(c -> hold(c, stored));
    };
  }

  private static boolean belowOrMissing(@Nullable Value value, long bound) {
    return value == null || (value instanceof Value.Number(long number) && number < bound);
  }

  private static @Nullable Value attribute(@Nullable Item stored, String name) {
    return stored == null ? null : stored.attributes().get(name);
  }
}
