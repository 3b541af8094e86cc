package dev.gatehouse.assistant.history;

import java.util.Locale;

/** How an answer ended. */
public enum AnswerOutcome {
  /** The model came to its own end. */
  COMPLETE,
  /** It was cut at the length that an answer may have. */
  CUT,
  /** A person stopped it. */
  STOPPED,
  /** The time for one answer was over. */
  OUT_OF_TIME,
  /** It broke off, or never began. */
  FAILED;

  /** As rows and logs have it, such as {@code out-of-time}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The outcome of that word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static AnswerOutcome ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
