package dev.gatehouse.chat.command;

/** Levenshtein's distance, for "did you mean"; names are short, and longer ones are far anyway. */
final class Typo {
  private static final int LONGEST_NAME = 32;

  private Typo() {}

  static int distance(String typed, String name) {
    if (typed.length() > LONGEST_NAME) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[name.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      advance(row, i, typed.charAt(i - 1), name);
    }
    return row[name.length()];
  }

  private static void advance(int[] row, int i, char c, String name) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int substituted = diagonal + (c == name.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
    }
  }
}
