package dev.gatehouse.llm.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into the words that it is searched by: lower case, without endings and fill words. */
final class Terms {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<String> FILL =
      Set.of(
          ("a an and are as at be but by can could do does did for from had has have how i if in into"
                  + " is it its me my no not of on or our please should so tell than that the their"
                  + " them then there these they this to us was we were what when where which who why"
                  + " will with would you your about explain show hello hi thanks")
              .split(" "));

  private Terms() {}

  /** The terms in order, each as often as it occurs. A name in humps counts whole and in parts. */
  static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    for (String word : NO_WORD.split(text)) {
      add(word, terms);
      String[] parts = HUMP.split(word);
      if (parts.length > 1) {
        for (String part : parts) {
          add(part, terms);
        }
      }
    }
    return terms;
  }

  private static void add(String word, List<String> to) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() > 1 && !FILL.contains(lower)) {
      to.add(stem(lower));
    }
  }

  /** Takes off the commonest English endings, so that "configured" finds "configure". */
  private static String stem(String word) {
    for (String ending : List.of("ations", "ation", "ing", "ies", "ed", "es", "s", "e")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
