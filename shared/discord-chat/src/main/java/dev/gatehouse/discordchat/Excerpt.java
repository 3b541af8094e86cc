package dev.gatehouse.discordchat;

/**
 * The end of a text that is still being written, fit for one message: whole lines where possible,
 * and a code block that the cut or the unwritten rest leaves open is opened and closed, since
 * Discord shows an open one as bare backquotes.
 */
final class Excerpt {
  private static final String CUT = "…\n";
  private static final String CLOSE = "\n";

  private Excerpt() {}

  static String endOf(String text, int limit) {
    String whole = closed(text, Fence.openAtEndOf(text));
    if (whole.length() <= limit) {
      return whole;
    }
    int start = lineStart(text, text.length() - room(text, limit));
    Fence before = Fence.openAtEndOf(text.substring(0, start));
    String opening = before.isOpen() ? before.opening() + "\n" : "";
    String kept = text.substring(start);
    Fence after = Fence.openAtEndOf(opening + kept);
    String excerpt = closed(CUT + opening + kept, after);
    return excerpt.length() <= limit ? excerpt : plain(text, limit);
  }

  /** For text whose fences alone would fill a message. */
  private static String plain(String text, int limit) {
    return text.substring(lineStart(text, text.length() - limit));
  }

  /** Leaves room for the mark of the cut and for the longest fences that are reopened. */
  private static int room(String text, int limit) {
    int fences = Math.min(2 * Fence.longestIn(text), limit / 2);
    return limit - CUT.length() - fences - 2 * CLOSE.length();
  }

  private static int lineStart(String text, int from) {
    int lineEnd = text.indexOf('\n', from);
    if (lineEnd >= 0 && lineEnd + 1 < text.length()) {
      return lineEnd + 1;
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }

  private static String closed(String text, Fence fence) {
    return fence.isOpen() ? text + CLOSE + fence.marker() : text;
  }
}
