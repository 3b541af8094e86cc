package dev.gatehouse.simulator.http;

import java.util.Map;
import java.util.Objects;

/** The values that stood in a path's places. */
public record Parameters(Map<String, String> values) {

  /** The text in a place that the route's template names. */
  public String text(String name) {
    return Objects.requireNonNull(values.get(name), () -> "the route has no place named " + name);
  }
}
