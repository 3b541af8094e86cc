package dev.gatehouse.cloud.table;

import java.util.List;

/** What must hold of the stored item for a write to happen. */
public sealed interface Condition {
  /** No item has that key. */
  record Absent() implements Condition {}

  /** An item has that key. */
  record Present() implements Condition {}

  /** The attribute is there and has that value. */
  record Equal(String attribute, Value value) implements Condition {}

  /** The attribute is a number below the bound, or is not there. */
  record BelowOrMissing(String attribute, long bound) implements Condition {}

  /** All of them hold. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = checked(conditions);
    }
  }

  /** At least one of them holds. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = checked(conditions);
    }
  }

  static Condition absent() {
    return new Absent();
  }

  static Condition present() {
    return new Present();
  }

  static Condition equal(String attribute, Value value) {
    return new Equal(attribute, value);
  }

  static Condition belowOrMissing(String attribute, long bound) {
    return new BelowOrMissing(attribute, bound);
  }

  static Condition all(Condition... conditions) {
    return new All(List.of(conditions));
  }

  static Condition any(Condition... conditions) {
    return new Any(List.of(conditions));
  }

  private static List<Condition> checked(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("conditions: must hold at least one");
    }
    return List.copyOf(conditions);
  }
}
