package dev.gatehouse.cloud.table;

/** One change of an update; an update of an absent item creates it. */
public sealed interface Change {
  /** Sets an attribute. */
  record Set(String attribute, Value value) implements Change {}

  /** Adds to a number, which counts from 0 when absent. */
  record Add(String attribute, long amount) implements Change {}

  /** Removes an attribute. */
  record Remove(String attribute) implements Change {}

  static Change set(String attribute, Value value) {
    return new Set(attribute, value);
  }

  static Change add(String attribute, long amount) {
    return new Add(attribute, amount);
  }

  static Change remove(String attribute) {
    return new Remove(attribute);
  }
}
