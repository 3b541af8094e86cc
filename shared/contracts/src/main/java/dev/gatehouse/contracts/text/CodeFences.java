package dev.gatehouse.contracts.text;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fenced code blocks of a text: those of CommonMark, whose marks stand on lines of their own,
 * and those that Discord knows besides, which begin and end in the middle of a line. Marks may be
 * indented as far as they like, as those in a list are.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/#fenced-code-blocks">CommonMark, fenced code
 *     blocks</a>
 */
public final class CodeFences {
  private static final int LEAST_MARKS = 3;
  private static final int LONGEST_LANGUAGE = 32;
  private static final String INLINE_MARKS = "```";
  private static final Pattern LANGUAGE_LINE = Pattern.compile("[\\w+#.-]+\\s*");

  private final String text;
  private final NavigableMap<Integer, CodeFence> found = new TreeMap<>();
  private int currentLineEnd = -1;

  private CodeFences(String text) {
    this.text = text;
  }

  /** Reads a text. */
  public static CodeFences in(String text) {
    CodeFences fences = new CodeFences(text);
    int position = 0;
    while (position < text.length()) {
      position = fences.scanLine(position);
    }
    return fences;
  }

  /** The text, with the block closed that it leaves open, so that what follows is no code. */
  public static String closed(String text) {
    return in(text)
        .leftOpen()
        .map(open -> text + open.closing(text.charAt(text.length() - 1)))
        .orElse(text);
  }

  /** The blocks in their order; none overlaps another. */
  public Collection<CodeFence> all() {
    return Collections.unmodifiableCollection(found.values());
  }

  /** The block that a cut here divides. */
  public Optional<CodeFence> dividedAt(int cut) {
    return Optional.ofNullable(found.lowerEntry(cut))
        .map(Map.Entry::getValue)
        .filter(before -> before.divides(cut));
  }

  /** Whether a line between these positions is part of a block, as its marks are too. */
  public boolean holdLine(int from, int to) {
    Map.Entry<Integer, CodeFence> before = found.lowerEntry(Math.max(to, from + 1));
    return before != null && before.getValue().closeEnd() > from;
  }

  /** The block that the text opens and does not close. */
  public Optional<CodeFence> leftOpen() {
    return Optional.ofNullable(found.lastEntry())
        .map(Map.Entry::getValue)
        .filter(last -> !last.closed());
  }

  /** Looks for a block from here to the end of the line; returns where to go on. */
  private int scanLine(int from) {
    if (from > currentLineEnd) {
      currentLineEnd = lineEnd(from);
    }
    CodeFence fence = beginsLine(from) ? blockAt(from) : null;
    if (fence == null) {
      fence = inlineAfter(from);
    }
    if (fence == null) {
      return currentLineEnd + 1;
    }
    found.put(fence.openStart(), fence);
    return fence.closeEnd();
  }

  private @Nullable CodeFence blockAt(int lineStart) {
    int start = skipIndentation(lineStart);
    int end = endOfMarks(start);
    int lineEnd = currentLineEnd;
    if (end - start < LEAST_MARKS || hasBacktickInInfo(start, end, lineEnd)) {
      return null;
    }
    int close = closingLine(lineEnd + 1, text.charAt(start), end - start);
    return close < 0
        ? fence(start, end, text.length(), text.length())
        : fence(start, end, close, endOfMarks(close));
  }

  private boolean hasBacktickInInfo(int start, int end, int lineEnd) {
    return text.charAt(start) == '`' && text.substring(end, lineEnd).indexOf('`') >= 0;
  }

  /** The first mark of the line that closes a block, or -1. */
  private int closingLine(int from, char mark, int length) {
    for (int line = from; line < text.length(); line = afterLine(line)) {
      int start = skipIndentation(line);
      int end = endOfMarks(start);
      if (end - start >= length && text.charAt(start) == mark && isBlank(end, lineEnd(start))) {
        return start;
      }
    }
    return -1;
  }

  private @Nullable CodeFence inlineAfter(int from) {
    int start = text.indexOf(INLINE_MARKS, from, currentLineEnd);
    while (start >= 0) {
      int end = endOfMarks(start);
      int close = text.indexOf(INLINE_MARKS, end);
      if (close >= 0 && mayCloseInline(close)) {
        return fence(start, end, close, endOfMarks(close));
      }
      start = end > currentLineEnd ? -1 : text.indexOf(INLINE_MARKS, end, currentLineEnd);
    }
    return null;
  }

  /** Marks that begin a line and have one word behind them open a block and close none. */
  private boolean mayCloseInline(int close) {
    return !leads(close) || !LANGUAGE_LINE.matcher(lineFrom(endOfMarks(close))).matches();
  }

  private CodeFence fence(int start, int end, int closeStart, int closeEnd) {
    int newline = text.indexOf('\n', end, closeStart);
    int bodyStart = newline < 0 ? closeStart : newline + 1;
    String language = newline < 0 ? "" : language(text.substring(end, newline));
    char mark = text.charAt(start);
    return new CodeFence(mark, end - start, language, start, end, bodyStart, closeStart, closeEnd);
  }

  private static String language(String info) {
    String[] words = info.strip().split("\\s", 2);
    return words[0].length() > LONGEST_LANGUAGE ? "" : words[0];
  }

  private boolean beginsLine(int position) {
    return position == 0 || text.charAt(position - 1) == '\n';
  }

  /** Whether only indentation stands before it on its line. */
  private boolean leads(int position) {
    int at = position;
    while (at > 0 && isIndentation(at - 1)) {
      at--;
    }
    return beginsLine(at);
  }

  private String lineFrom(int position) {
    return text.substring(position, lineEnd(position));
  }

  private int lineEnd(int position) {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end;
  }

  private int afterLine(int position) {
    return lineEnd(position) + 1;
  }

  private int skipIndentation(int position) {
    int at = position;
    while (at < text.length() && isIndentation(at)) {
      at++;
    }
    return at;
  }

  private boolean isIndentation(int position) {
    return text.charAt(position) == ' ' || text.charAt(position) == '\t';
  }

  private int endOfMarks(int start) {
    int end = start;
    while (end < text.length() && isMark(end) && same(start, end)) {
      end++;
    }
    return end;
  }

  private boolean isMark(int position) {
    return text.charAt(position) == '`' || text.charAt(position) == '~';
  }

  private boolean same(int one, int other) {
    return text.charAt(one) == text.charAt(other);
  }

  private boolean isBlank(int from, int to) {
    return text.substring(from, to).isBlank();
  }
}
