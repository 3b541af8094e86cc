package dev.gatehouse.discord.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes a split: each message may have a fence line too many at its beginning and at its end. */
final class Rejoined {
  private static final Pattern REOPENING = Pattern.compile("\\A(?:`{3,}|~{3,})\\S*\n");
  private static final Pattern CLOSING = Pattern.compile("\n?(?:`{3,}|~{3,})\\z");

  private Rejoined() {}

  static boolean matches(String text, List<String> parts) {
    return matches(text, 0, parts, 0);
  }

  private static boolean matches(String text, int from, List<String> parts, int part) {
    if (part == parts.size()) {
      return text.substring(from).isBlank();
    }
    for (int start : List.of(from, skipBlank(text, from))) {
      for (String original : originals(parts.get(part))) {
        if (text.startsWith(original, start)
            && matches(text, start + original.length(), parts, part + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> originals(String part) {
    List<String> all = new ArrayList<>();
    for (String head : withAndWithout(REOPENING, part)) {
      all.addAll(withAndWithout(CLOSING, head));
      all.add(head.replaceFirst("(?:`{3,}|~{3,})\\z", ""));
    }
    return all;
  }

  private static List<String> withAndWithout(Pattern inserted, String part) {
    Matcher matcher = inserted.matcher(part);
    return matcher.find() ? List.of(part, matcher.replaceFirst("")) : List.of(part);
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
