package dev.gatehouse.llm.model;

import java.util.OptionalInt;

/** Tokens that the provider counted, as far as it says. */
public record Usage(OptionalInt input, OptionalInt output) {
  /** The provider said nothing. */
  public static Usage unknown() {
    return new Usage(OptionalInt.empty(), OptionalInt.empty());
  }
}
