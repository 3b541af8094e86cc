package dev.gatehouse.discord.rest;

import java.time.Duration;

/** Durations as Discord writes them: seconds with a fraction. */
final class Seconds {
  private static final double NANOS = 1e9;

  /** Longer than any real limit, and short enough to calculate with. */
  private static final double MOST = Duration.ofDays(1).toSeconds();

  private Seconds() {}

  /**
   * Rounded up to a nanosecond; at most a day, at least nothing.
   *
   * @throws NumberFormatException when {@code text} is no decimal number
   */
  static Duration parse(String text) {
    double seconds = Double.parseDouble(text);
    if (Double.isNaN(seconds)) {
      throw new NumberFormatException("not a number of seconds: " + text);
    }
    return Duration.ofNanos((long) Math.ceil(Math.clamp(seconds, 0, MOST) * NANOS));
  }
}
