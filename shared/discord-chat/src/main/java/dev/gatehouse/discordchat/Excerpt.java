package dev.gatehouse.discordchat;

import dev.gatehouse.contracts.text.CodeFence;
import dev.gatehouse.contracts.text.CodeFences;
import java.util.function.ToIntFunction;

/**
 * The end of a text that is still being written, fit for one message: whole lines where possible,
 * and a code block that the cut or the unwritten rest leaves open is opened and closed, since
 * Discord shows an open one as bare backquotes.
 */
final class Excerpt {
  private static final String CUT = "…\n";

  private Excerpt() {}

  static String endOf(String text, int limit) {
    String whole = CodeFences.closed(text);
    if (whole.length() <= limit) {
      return whole;
    }
    CodeFences fences = CodeFences.in(text);
    int start = lineStart(text, text.length() - room(fences, limit));
    String opening = fences.dividedAt(start).map(fence -> fence.reopening(start)).orElse("");
    String excerpt = CodeFences.closed(CUT + opening + text.substring(start));
    return excerpt.length() <= limit ? excerpt : plain(text, limit);
  }

  /** For text whose fences alone would fill a message. */
  private static String plain(String text, int limit) {
    return text.substring(lineStart(text, text.length() - limit));
  }

  /** Leaves room for the mark of the cut, and to open one block again and close another. */
  private static int room(CodeFences fences, int limit) {
    int opening = longest(fences, fence -> fence.reopening(fence.bodyStart()).length());
    int closing = longest(fences, fence -> fence.length() + 1);
    return limit - CUT.length() - Math.min(opening + closing, limit / 2);
  }

  private static int longest(CodeFences fences, ToIntFunction<CodeFence> length) {
    return fences.all().stream().mapToInt(length).max().orElse(0);
  }

  private static int lineStart(String text, int from) {
    int lineEnd = text.indexOf('\n', from);
    if (lineEnd >= 0 && lineEnd + 1 < text.length()) {
      return lineEnd + 1;
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }
}
