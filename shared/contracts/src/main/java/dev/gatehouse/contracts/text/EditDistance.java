package dev.gatehouse.contracts.text;

/** Levenshtein's distance between two names: insertions, deletions and substitutions. */
final class EditDistance {
  private EditDistance() {}

  static int between(String a, String b) {
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
