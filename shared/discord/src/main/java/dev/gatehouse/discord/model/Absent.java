package dev.gatehouse.discord.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a field of a record becomes when the payload leaves it out or holds null. */
final class Absent {
  private Absent() {}

  /** An unmodifiable copy without null elements; empty for null. */
  static <T> List<T> asEmpty(@Nullable List<? extends @Nullable T> list) {
    List<T> kept = new ArrayList<>();
    if (list != null) {
      for (T element : list) {
        if (element != null) {
          kept.add(element);
        }
      }
    }
    return List.copyOf(kept);
  }

  /** An unmodifiable copy without null values; empty for null. */
  static <K, V> Map<K, V> asEmpty(@Nullable Map<K, V> map) {
    if (map == null) {
      return Map.of();
    }
    Map<K, V> kept = new LinkedHashMap<>(map);
    kept.values().removeIf(Objects::isNull);
    return Collections.unmodifiableMap(kept);
  }

  static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** Refuses the absence of what an object has no meaning without. */
  static void refuse(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is required, and was absent or null");
    }
  }
}
