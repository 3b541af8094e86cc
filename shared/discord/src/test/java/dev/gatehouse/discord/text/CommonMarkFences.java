package dev.gatehouse.discord.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads fences line by line, as CommonMark says, and independently of the splitter. */
final class CommonMarkFences {
  private static final Pattern OPENING = Pattern.compile("[ \\t]*(`{3,}(?=[^`]*$)|~{3,}).*");

  private CommonMarkFences() {}

  /** Whether every fence that opens in the text is closed in it. */
  static boolean areBalanced(String text) {
    String open = "";
    for (String line : text.split("\n", -1)) {
      open = open.isEmpty() ? opened(line) : closes(line, open) ? "" : open;
    }
    return open.isEmpty();
  }

  private static String opened(String line) {
    Matcher matcher = OPENING.matcher(line);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static boolean closes(String line, String open) {
    String marks = line.strip();
    return marks.length() >= open.length()
        && marks.chars().allMatch(mark -> mark == open.charAt(0));
  }
}
