package dev.gatehouse.llm.turn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Closes the code block that a broken-off text leaves open, so that what is added below it is not
 * taken for code (<a href="https://spec.commonmark.org/0.31.2/#fenced-code-blocks">CommonMark</a>).
 */
final class OpenFence {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})([^`]*)");

  private OpenFence() {}

  static String closed(String text) {
    String open = "";
    for (String line : text.lines().toList()) {
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        open = next(open, fence.group(1), fence.group(2).isBlank());
      }
    }
    return open.isEmpty() ? text : text + "\n" + open;
  }

  private static String next(String open, String marker, boolean bare) {
    if (open.isEmpty()) {
      return marker;
    }
    boolean closes = bare && marker.startsWith(open);
    return closes ? "" : open;
  }
}
