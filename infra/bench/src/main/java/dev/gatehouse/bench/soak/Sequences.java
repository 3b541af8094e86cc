package dev.gatehouse.bench.soak;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sequence numbers by session, a bit each; the sessions in the order in which they came. */
final class Sequences {
  private final Map<String, BitSet> bySession = new LinkedHashMap<>();

  /** Answers false when the number was there before. */
  boolean add(String session, long number) {
    BitSet numbers = bySession.computeIfAbsent(session, id -> new BitSet());
    int index = Math.toIntExact(number);
    boolean isNew = !numbers.get(index);
    numbers.set(index);
    return isNew;
  }

  List<String> sessions() {
    return List.copyOf(bySession.keySet());
  }

  /** Those of a session that the other has not. */
  BitSet missing(String session, Sequences other) {
    BitSet missing = (BitSet) bySession.getOrDefault(session, new BitSet()).clone();
    missing.andNot(other.bySession.getOrDefault(session, new BitSet()));
    return missing;
  }

  /** How many the other has not, in all sessions. */
  long missing(Sequences other) {
    return bySession.keySet().stream()
        .mapToLong(session -> missing(session, other).cardinality())
        .sum();
  }

  long count() {
    return bySession.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  Sequences copy() {
    Sequences copy = new Sequences();
    bySession.forEach((session, numbers) -> copy.bySession.put(session, (BitSet) numbers.clone()));
    return copy;
  }
}
