package dev.gatehouse.chat.command;

/** Makes what somebody typed fit to be shown in a code span of an answer. */
final class Shown {
  private static final int MOST = 50;

  private Shown() {}

  static String inline(String typed) {
    String oneLine = typed.replace('`', '\'').replaceAll("\\s+", " ").strip();
    if (oneLine.length() <= MOST) {
      return oneLine;
    }
    int end = Character.isHighSurrogate(oneLine.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return oneLine.substring(0, end) + "…";
  }
}
