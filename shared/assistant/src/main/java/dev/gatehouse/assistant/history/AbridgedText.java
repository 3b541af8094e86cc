package dev.gatehouse.assistant.history;

/** Cuts a text that is too long to be kept, and says in the text that it was cut. */
public final class AbridgedText {
  private static final String MARK = "\n… (cut: too long to remember whole)";

  private AbridgedText() {}

  /**
   * The text, or as much of it as fits.
   *
   * @param limit the most characters (UTF-16 units), the mark of the cut among them
   */
  public static String of(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - MARK.length();
    boolean insidePair = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, insidePair ? end - 1 : end) + MARK;
  }
}
