package dev.gatehouse.llm.adapter;

/**
 * Leaves out what a model thinks aloud within its answer, between {@code <think>} and {@code
 * </think>}; a tag may be cut between two pieces, and the last one may be missing. A tag inside
 * code is no tag: an answer may speak of it.
 */
final class ReasoningFilter {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";
  private static final int FENCE = 3;

  private final StringBuilder held = new StringBuilder();
  private boolean thinking;
  private boolean begun;
  private boolean inline;
  private boolean fenced;
  private int ticks;

  /** What may be shown after the next piece; blanks before the first word are left out. */
  String visible(String piece) {
    held.append(piece);
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < held.length()) {
      String tag = thinking ? CLOSE : OPEN;
      boolean mayBeTag = thinking || !inCode(held.charAt(at));
      if (mayBeTag && matches(tag, at)) {
        thinking = !thinking;
        at += tag.length();
      } else if (mayBeTag && mayBecome(tag, at)) {
        break;
      } else {
        take(held.charAt(at++), shown);
      }
    }
    held.delete(0, at);
    return shown.toString();
  }

  /** What was held back as the beginning of a tag and is none. */
  String rest() {
    String rest = thinking ? "" : held.toString();
    held.setLength(0);
    return rest;
  }

  private boolean matches(String tag, int at) {
    return held.length() - at >= tag.length() && held.substring(at, at + tag.length()).equals(tag);
  }

  private boolean mayBecome(String tag, int at) {
    return tag.startsWith(held.substring(at, Math.min(held.length(), at + tag.length())));
  }

  private void take(char next, StringBuilder shown) {
    if (thinking) {
      return;
    }
    begun |= !Character.isWhitespace(next);
    if (begun) {
      shown.append(next);
    }
    if (next == '`') {
      ticks++;
    } else {
      endTicks();
      inline &= next != '\n';
    }
  }

  private boolean inCode(char next) {
    if (next != '`') {
      endTicks();
    }
    return inline || fenced;
  }

  /** A run of back-ticks begins or ends code: three of them a block, fewer a piece of a line. */
  private void endTicks() {
    if (ticks >= FENCE && !inline) {
      fenced = !fenced;
    } else if (ticks > 0 && !fenced) {
      inline = !inline;
    }
    ticks = 0;
  }
}
