package dev.gatehouse.contracts;

import java.util.Set;
import java.util.TreeSet;

/** Validation of record components: the message names the field, what it was and what is right. */
final class Check {
  private Check() {}

  static void notBlank(String field, String value) {
    if (value.isBlank()) {
      throw new InvalidFieldException(field, "must not be blank");
    }
  }

  static void notNegative(String field, long value) {
    if (value < 0) {
      throw new InvalidFieldException(field, "must be 0 or more, was " + value);
    }
  }

  static void version(int version) {
    if (version != QueueMessage.VERSION) {
      throw new InvalidFieldException(
          "v", "this release reads version " + QueueMessage.VERSION + ", was " + version);
    }
  }

  static void oneOf(String field, Set<String> allowed, String value) {
    if (!allowed.contains(value)) {
      throw new InvalidFieldException(field, "must be one of " + new TreeSet<>(allowed));
    }
  }

  static void atMost(String field, int limit, String value) {
    if (value.length() > limit) {
      throw new InvalidFieldException(
          field, "must be at most " + limit + " characters, was " + value.length());
    }
  }
}
