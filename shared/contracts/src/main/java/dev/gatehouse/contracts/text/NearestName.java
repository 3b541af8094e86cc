package dev.gatehouse.contracts.text;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a misspelt name was probably meant to be, for "did you mean". */
public final class NearestName {
  private NearestName() {}

  /**
   * The candidate whose name is nearest to what was typed; the first of several that are equally
   * near, and empty when all are further away than that.
   *
   * @param mostEdits how many characters may be missing, too many or wrong
   */
  public static <T> Optional<T> to(
      String typed, Collection<T> candidates, Function<T, String> name, int mostEdits) {
    Optional<T> nearest = Optional.empty();
    int edits = mostEdits + 1;
    for (T candidate : candidates) {
      int needed = edits(typed, name.apply(candidate), mostEdits);
      if (needed < edits) {
        edits = needed;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** Names that differ much in length are far, however long the typed one is. */
  private static int edits(String typed, String name, int mostEdits) {
    return Math.abs(typed.length() - name.length()) > mostEdits
        ? Integer.MAX_VALUE
        : EditDistance.between(typed, name);
  }
}
