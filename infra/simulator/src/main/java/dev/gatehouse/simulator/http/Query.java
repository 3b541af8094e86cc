package dev.gatehouse.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decoded query of a request. */
public record Query(Map<String, List<String>> values) {

  /** The first value of a parameter. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).flatMap(v -> v.stream().findFirst());
  }

  /** Whether a parameter says true, as Discord's boolean parameters do. */
  public boolean isTrue(String name) {
    return first(name).filter(v -> v.equalsIgnoreCase("true") || v.equals("1")).isPresent();
  }
}
