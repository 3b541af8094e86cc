package dev.gatehouse.discord.text;

import dev.gatehouse.contracts.text.CodeFence;
import dev.gatehouse.contracts.text.CodeFences;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text can be cut without harm to a character, a mention or a fence. */
final class CutPoints {
  /**
   * What Discord turns into something else when it is whole: mentions of users, roles, channels and
   * commands, custom emoji, timestamps, guild navigation.
   *
   * @see <a href="https://docs.discord.com/developers/reference#message-formatting">Message
   *     formatting</a>
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(?:@[!&]?\\d+|#\\d+|a?:\\w+:\\d+|t:-?\\d+(?::[A-Za-z])?|/[^<>\\n]{1,100}:\\d+|id:\\w+)>");

  /** Marks that would open a fence but for the back-tick later in the line. */
  private static final Pattern OPENS_NOTHING = Pattern.compile("(?md)^[ \\t]*`{3,}+[^`\\n]*`");

  /** Marks that would close a fence but for the text behind them. */
  private static final Pattern CLOSES_NOTHING =
      Pattern.compile("(?md)^[ \\t]*(?:`{3,}+|~{3,}+)[ \\t]*+[^ \\t\\n]");

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private final String text;
  private final BitSet forbidden;

  CutPoints(String text, CodeFences fences) {
    this.text = text;
    this.forbidden = new BitSet(text.length());
    forbidMatches(TOKEN);
    forbidMatches(OPENS_NOTHING);
    forbidMatches(CLOSES_NOTHING);
    fences.all().forEach(this::forbidMarks);
  }

  /** Whether the text may be cut before the character at {@code cut}. */
  boolean allows(int cut) {
    return !forbidden.get(cut) && !splitsCharacter(cut) && !splitsMarks(cut) && !makesFence(cut);
  }

  private void forbidMatches(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      forbidden.set(matcher.start() + 1, matcher.end());
    }
  }

  private void forbidMarks(CodeFence fence) {
    forbidden.set(fence.openStart() + 1, fence.openEnd());
    if (isOnOneLine(fence)) {
      forbidden.set(fence.openStart() + 1, fence.closeEnd());
    } else if (fence.closed()) {
      int lastLine = text.lastIndexOf('\n', fence.closeStart());
      boolean marksAlone = text.substring(lastLine + 1, fence.closeStart()).isBlank();
      forbidden.set(marksAlone ? lastLine : fence.closeStart(), fence.closeEnd());
    }
  }

  private boolean isOnOneLine(CodeFence fence) {
    return fence.closed() && fence.bodyStart() == fence.closeStart() && !hasBodyLine(fence);
  }

  private boolean hasBodyLine(CodeFence fence) {
    return text.substring(fence.openEnd(), fence.closeStart()).indexOf('\n') >= 0;
  }

  /** Also what belongs to the character before: accents, variation selectors, joined emoji. */
  private boolean splitsCharacter(int cut) {
    if (Character.isLowSurrogate(text.charAt(cut))
        && Character.isHighSurrogate(text.charAt(cut - 1))) {
      return true;
    }
    int next = text.codePointAt(cut);
    return combines(next) || next == ZERO_WIDTH_JOINER || text.charAt(cut - 1) == ZERO_WIDTH_JOINER;
  }

  private static boolean combines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> isSkinTone(codePoint);
    };
  }

  private static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
  }

  private boolean splitsMarks(int cut) {
    char mark = text.charAt(cut);
    return (mark == '`' || mark == '~') && mark == text.charAt(cut - 1);
  }

  /** Marks in the middle of a line would open or close a fence if they began a message. */
  private boolean makesFence(int cut) {
    if (text.charAt(cut - 1) == '\n') {
      return false;
    }
    int at = cut;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.startsWith("```", at) || text.startsWith("~~~", at);
  }
}
