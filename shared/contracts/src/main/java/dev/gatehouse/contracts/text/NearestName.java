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
        : distance(typed, name);
  }

  /** Levenshtein's distance: insertions, deletions and substitutions. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      advance(row, i, a.charAt(i - 1), b);
    }
    return row[b.length()];
  }

  private static void advance(int[] row, int i, char fromA, String b) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int substituted = diagonal + (fromA == b.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
    }
  }
}
