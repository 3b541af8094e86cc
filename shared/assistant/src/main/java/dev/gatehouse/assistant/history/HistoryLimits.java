package dev.gatehouse.assistant.history;

import java.time.Duration;

/**
 * How much is remembered, and for how long.
 *
 * @param retention after which an entry is gone, counted from when it was said
 * @param textLength the most characters (UTF-16 units) of one entry; what is longer is cut, and
 *     says so
 */
public record HistoryLimits(Duration retention, int textLength) {
  /**
   * The longest text that fits a row with room to spare: a character takes up to 3 bytes of UTF-8,
   * a row at most 400 KB (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">DynamoDB</a>).
   */
  public static final int MOST_TEXT = 100_000;

  public HistoryLimits {
    if (!retention.isPositive()) {
      throw new IllegalArgumentException("retention: must be positive, was " + retention);
    }
    if (textLength < 100 || textLength > MOST_TEXT) {
      throw new IllegalArgumentException(
          "textLength: must be from 100 to " + MOST_TEXT + ", was " + textLength);
    }
  }

  /** Limits that keep entries of up to 32,000 characters for the given time. */
  public static HistoryLimits keepingFor(Duration retention) {
    return new HistoryLimits(retention, 32_000);
  }
}
