package dev.gatehouse.discordchat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fence of a code block, or none (<a
 * href="https://spec.commonmark.org/0.31.2/#fenced-code-blocks">CommonMark</a>).
 *
 * @param marker the backquotes or tildes; empty when no block is open
 * @param language what stands behind them
 */
record Fence(String marker, String language) {
  private static final Fence NONE = new Fence("", "");
  private static final Pattern LINE = Pattern.compile("^ {0,3}(`{3,}|~{3,})([^`\n]*)$");
  private static final int LONGEST_LANGUAGE = 20;

  /** The block that a text leaves open. */
  static Fence openAtEndOf(String text) {
    Fence open = NONE;
    for (String line : text.split("\n", -1)) {
      Matcher fence = LINE.matcher(line);
      open = fence.matches() ? open.then(fence.group(1), fence.group(2).strip()) : open;
    }
    return open;
  }

  /** The length of the longest opening line, shortened as {@link #opening()} does. */
  static int longestIn(String text) {
    return text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .mapToInt(fence -> fence.group(1).length() + LONGEST_LANGUAGE)
        .max()
        .orElse(0);
  }

  boolean isOpen() {
    return !marker.isEmpty();
  }

  /** The line that opens such a block. */
  String opening() {
    return marker + language.substring(0, Math.min(language.length(), LONGEST_LANGUAGE));
  }

  private Fence then(String fence, String after) {
    if (!isOpen()) {
      return new Fence(fence, after);
    }
    boolean closes = after.isEmpty() && fence.startsWith(marker);
    return closes ? NONE : this;
  }
}
