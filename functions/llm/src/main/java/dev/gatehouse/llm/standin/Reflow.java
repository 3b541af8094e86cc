package dev.gatehouse.llm.standin;

import dev.gatehouse.contracts.text.CodeFences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a document's prose fit for a chat: a paragraph becomes one line, since a chat shows each
 * line break; a table becomes a list and a link within the documents its text, since a chat knows
 * neither (<a href="https://support.discord.com/hc/en-us/articles/210298617">Discord's
 * Markdown</a>).
 */
final class Reflow {
  private static final String TABLE = "|";

  /** Lines that begin something of their own: lists, headings, quotes, tables, fences. */
  private static final Pattern OPENING = Pattern.compile("\\s*([-*+] |\\d+[.)] |#|>|\\||```).*");

  private static final Pattern TABLE_RULE = Pattern.compile("[|\\s:-]+");
  private static final Pattern LINK_WITHIN = Pattern.compile("\\[([^\\]]+)]\\((?!\\w+:)[^)]*\\)");

  private final CodeFences fences;
  private final List<String> lines = new ArrayList<>();
  private boolean paragraphOpen;

  private Reflow(CodeFences fences) {
    this.fences = fences;
  }

  /** The lines of the text, each paragraph, list item and table row on one line. */
  static List<String> lines(String text) {
    String document = text.strip().replace("\r\n", "\n");
    Reflow reflow = new Reflow(CodeFences.in(document));
    int from = 0;
    for (String line : document.split("\n", -1)) {
      reflow.take(line, from);
      from += line.length() + 1;
    }
    return reflow.lines;
  }

  private void take(String line, int from) {
    boolean code = fences.holdLine(from, from + line.length());
    if (code) {
      lines.add(line);
    } else {
      takeProse(LINK_WITHIN.matcher(line).replaceAll("$1"));
    }
    paragraphOpen = !code && !line.isBlank() && !standsAlone(line);
  }

  private void takeProse(String line) {
    if (line.stripLeading().startsWith(TABLE)) {
      takeRow(line);
    } else if (paragraphOpen && !line.isBlank() && !OPENING.matcher(line).matches()) {
      lines.add(lines.removeLast() + " " + line.strip());
    } else {
      lines.add(line);
    }
  }

  private void takeRow(String row) {
    String cells =
        Arrays.stream(row.strip().split("\\|", -1))
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(": "));
    if (!cells.isEmpty() && !TABLE_RULE.matcher(row).matches()) {
      lines.add("- " + cells);
    }
  }

  private static boolean standsAlone(String line) {
    String start = line.stripLeading();
    return start.startsWith("#") || start.startsWith(TABLE);
  }
}
