package dev.gatehouse.simulator.json;

import java.time.Instant;
import java.util.Optional;

/**
 * Ids that carry their time.
 *
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">Snowflakes</a>
 */
public final class Snowflake {
  /** The first second of 2015, in milliseconds since 1970. */
  public static final long EPOCH_MILLIS = 1_420_070_400_000L;

  private static final int TIME_SHIFT = 22;
  private static final int LONGEST = 20;

  private Snowflake() {}

  /** When the id was made. */
  public static Instant time(long id) {
    return Instant.ofEpochMilli((id >>> TIME_SHIFT) + EPOCH_MILLIS);
  }

  /** The first id of a millisecond. */
  public static long first(long epochMillis) {
    return Math.max(0, epochMillis - EPOCH_MILLIS) << TIME_SHIFT;
  }

  /** An id in decimal digits, or nothing. */
  public static Optional<Long> parse(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < LONGEST && text.chars().allMatch(Snowflake::isDigit);
    try {
      return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
