package dev.gatehouse.llm.search;

import dev.gatehouse.contracts.text.CodeFences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts documents into passages: prose at headings and blank lines, source code at blank lines. */
public final class Passages {
  private static final int MOST_PROSE = 700;
  private static final int MOST_CODE = 900;
  private static final String IMAGE = "![";
  private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("java", "java"),
          Map.entry("kt", "kotlin"),
          Map.entry("py", "python"),
          Map.entry("js", "js"),
          Map.entry("mjs", "js"),
          Map.entry("ts", "ts"),
          Map.entry("tsx", "tsx"),
          Map.entry("go", "go"),
          Map.entry("rs", "rust"),
          Map.entry("rb", "ruby"),
          Map.entry("c", "c"),
          Map.entry("h", "c"),
          Map.entry("cpp", "cpp"),
          Map.entry("cs", "csharp"),
          Map.entry("sh", "sh"),
          Map.entry("sql", "sql"),
          Map.entry("yaml", "yaml"),
          Map.entry("yml", "yaml"),
          Map.entry("json", "json"),
          Map.entry("xml", "xml"),
          Map.entry("html", "html"),
          Map.entry("css", "css"),
          Map.entry("toml", "toml"),
          Map.entry("gradle", "groovy"),
          Map.entry("properties", "properties"));

  private record Heading(int level, String text) {}

  private final String source;
  private final String language;
  private final List<Passage> found = new ArrayList<>();
  private final StringBuilder block = new StringBuilder();
  private final List<Heading> headings = new ArrayList<>();
  private int blockLine = 1;

  private Passages(String source, String language) {
    this.source = source;
    this.language = language;
  }

  /** The passages of a document; its name's ending tells whether it is code. */
  public static List<Passage> of(String source, String text) {
    return new Passages(source, languageOf(source)).cut(text);
  }

  /** The language of a code block for that file; empty for prose. */
  public static String languageOf(String source) {
    return LANGUAGES.getOrDefault(source.substring(source.lastIndexOf('.') + 1), "");
  }

  private List<Passage> cut(String text) {
    String document = text.replace("\r\n", "\n");
    CodeFences fences = CodeFences.in(document);
    int number = 0;
    int from = 0;
    for (String line : document.lines().toList()) {
      number++;
      take(line, number, fences.holdLine(from, from + line.length()));
      from += line.length() + 1;
    }
    close(number + 1);
    return found;
  }

  private void take(String line, int number, boolean inFence) {
    Matcher title = HEADING.matcher(line);
    if (language.isEmpty() && line.startsWith(IMAGE)) {
      return;
    }
    if (language.isEmpty() && !inFence && title.matches()) {
      close(number);
      enter(title.group(1).length(), title.group(2));
      blockLine = number + 1;
      return;
    }
    if (line.isBlank() && !inFence && block.length() > limit() / 3) {
      close(number);
      blockLine = number + 1;
      return;
    }
    if (block.length() + line.length() > limit()) {
      close(number);
    }
    block.append(line).append('\n');
  }

  private void close(int nextLine) {
    String text = block.toString();
    int leading = (int) text.lines().takeWhile(String::isBlank).count();
    if (!text.isBlank()) {
      found.add(
          new Passage(source, blockLine + leading, heading(), language, text.strip().indent(0)));
    }
    block.setLength(0);
    blockLine = nextLine;
  }

  /** A heading ends those of its own level and below. */
  private void enter(int level, String heading) {
    headings.removeIf(outer -> outer.level() >= level);
    headings.add(new Heading(level, heading));
  }

  private String heading() {
    return headings.stream().map(Heading::text).collect(Collectors.joining(" › "));
  }

  private int limit() {
    return language.isEmpty() ? MOST_PROSE : MOST_CODE;
  }
}
