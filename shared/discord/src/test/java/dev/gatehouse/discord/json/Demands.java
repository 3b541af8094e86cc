package dev.gatehouse.discord.json;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.gatehouse.discord.model.Snowflake;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a record refuses to be without: it is made of nothing, and given one by one what
 * it asks for.
 */
final class Demands {
  private static final String REFUSAL = " is required, and was absent or null";

  private final Class<?> type;
  private final List<String> names;
  private final Class<?>[] types;
  private final @Nullable Object[] values;
  private final Set<String> demanded = new TreeSet<>();

  private Demands(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.type = type;
    this.names =
        Arrays.stream(components)
            .map(RecordComponent::getName)
            .map(new SnakeCaseStrategy()::translate)
            .toList();
    this.types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.values = Arrays.stream(types).map(Demands::nothing).toArray();
  }

  static Set<String> of(Class<? extends Record> type) {
    Demands demands = new Demands(type);
    demands.make();
    return demands.demanded;
  }

  private Object make() {
    while (true) {
      try {
        return type.getDeclaredConstructor(types).newInstance(values);
      } catch (InvocationTargetException e) {
        give(refused(e));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(type.toString(), e);
      }
    }
  }

  private void give(String field) {
    if (!demanded.add(field)) {
      throw new AssertionError(type + " refuses its own sample of " + field);
    }
    int index = names.indexOf(field);
    values[index] = sample(types[index]);
  }

  private String refused(InvocationTargetException failure) {
    String message = String.valueOf(failure.getCause().getMessage());
    if (!message.endsWith(REFUSAL)) {
      throw new AssertionError(type.toString(), failure);
    }
    return message.substring(0, message.length() - REFUSAL.length());
  }

  /** Null, or what a primitive has instead. */
  private static @Nullable Object nothing(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  private static Object sample(Class<?> type) {
    if (type == Snowflake.class) {
      return Snowflake.of(1);
    }
    if (type == String.class) {
      return "x";
    }
    return type.isEnum() ? type.getEnumConstants()[0] : new Demands(type).make();
  }
}
