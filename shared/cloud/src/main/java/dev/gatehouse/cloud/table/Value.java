package dev.gatehouse.cloud.table;

/** An attribute's value. */
public sealed interface Value {
  /** A string. */
  record Text(String value) implements Value {}

  /** A whole number. */
  record Number(long value) implements Value {}

  /** A truth value. */
  record Flag(boolean value) implements Value {}

  static Value of(String value) {
    return new Text(value);
  }

  static Value of(long value) {
    return new Number(value);
  }

  static Value of(boolean value) {
    return new Flag(value);
  }
}
