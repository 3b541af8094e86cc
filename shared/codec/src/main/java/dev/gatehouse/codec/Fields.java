package dev.gatehouse.codec;

import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.RawJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, with typed access that names what is missing or wrong. */
final class Fields {
  /**
   * The one platform there was when interactions and gateway commands did not say theirs: such a
   * message of this version may still be queued, or lie among the dead letters.
   */
  private static final Platform FIRST = new Platform("discord");

  private final String path;
  private final Map<String, Object> values = new HashMap<>();

  Fields(String path) {
    this.path = path;
  }

  void put(String name, Object value) {
    values.put(name, value);
  }

  /** The path of a field of this object, as errors name it. */
  String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return required(name, String.class, "a string");
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  Platform platform() {
    return new Platform(text(FieldWriter.PLATFORM));
  }

  /** For messages that were once written without it: absent, it means the first platform. */
  Platform platformOrFirst() {
    return has(FieldWriter.PLATFORM) ? platform() : FIRST;
  }

  long number(String name) {
    return required(name, Long.class, "a whole number");
  }

  int integer(String name) {
    long number = number(name);
    if (number != (int) number) {
      throw new InvalidFieldException(pathOf(name), "is too large: " + number);
    }
    return (int) number;
  }

  boolean flag(String name) {
    return required(name, Boolean.class, "true or false");
  }

  Instant instant(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  RawJson raw(String name) {
    return required(name, RawJson.class, "a JSON value");
  }

  Fields object(String name) {
    return required(name, Fields.class, "an object");
  }

  private <T> T required(String name, Class<T> type, String whatIsRight) {
    Object value = values.get(name);
    if (value == null) {
      throw new InvalidFieldException(pathOf(name), "is missing; it must be " + whatIsRight);
    }
    if (!type.isInstance(value)) {
      throw new InvalidFieldException(pathOf(name), "must be " + whatIsRight);
    }
    return type.cast(value);
  }
}
