package dev.gatehouse.bench.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often what went wrong. */
final class FaultTally {
  private final Map<String, Integer> hit = new TreeMap<>();
  private String last = "none";
  private int missed;

  void hit(Fault fault) {
    last = fault.name();
    hit.merge(fault.name(), 1, Integer::sum);
  }

  /** Its occasion did not come, or passed. */
  void missed() {
    missed++;
  }

  int count() {
    return hit.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The kind of the latest. */
  String last() {
    return last;
  }

  @Override
  public String toString() {
    String kinds =
        hit.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return missed == 0 ? kinds : kinds + "; without an occasion " + missed;
  }
}
