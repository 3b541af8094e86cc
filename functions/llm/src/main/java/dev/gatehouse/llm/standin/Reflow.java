package dev.gatehouse.llm.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of a paragraph: documents are wrapped at a column, while a chat shows each line
 * break (<a href="https://support.discord.com/hc/en-us/articles/210298617">Discord's Markdown</a>).
 */
final class Reflow {
  private static final String FENCE = "```";

  /** Lines that begin something of their own: lists, headings, quotes, tables, fences. */
  private static final Pattern OPENING = Pattern.compile("\\s*([-*+] |\\d+[.)] |#|>|\\||```).*");

  private final List<String> lines = new ArrayList<>();
  private boolean inFence;
  private boolean paragraphOpen;

  private Reflow() {}

  /** The lines of the text, each paragraph and each list item on one line. */
  static List<String> lines(String text) {
    Reflow reflow = new Reflow();
    text.strip().lines().forEach(reflow::take);
    return reflow.lines;
  }

  private void take(String line) {
    boolean fence = line.stripLeading().startsWith(FENCE);
    if (paragraphOpen && !line.isBlank() && !OPENING.matcher(line).matches()) {
      lines.add(lines.removeLast() + " " + line.strip());
    } else {
      lines.add(line);
    }
    inFence ^= fence;
    paragraphOpen = !inFence && !fence && !line.isBlank() && !standsAlone(line);
  }

  private static boolean standsAlone(String line) {
    String start = line.stripLeading();
    return start.startsWith("#") || start.startsWith("|");
  }
}
