package dev.gatehouse.bench.bridge;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old a message is, by the time in its id. An id tells whole milliseconds, so an age is up to
 * one too large, for everybody alike.
 *
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">Snowflakes</a>
 */
final class MessageAge {
  private static final Pattern SNOWFLAKE = Pattern.compile("\\b\\d{17,20}\\b");
  private static final int IDS_OF_A_MESSAGE = 20;
  private static final long DISCORD_EPOCH = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;
  private static final double NANOS = 1e6;

  private MessageAge() {}

  /** Milliseconds; the newest id in a message is its own. */
  static double of(String message) {
    Matcher ids = SNOWFLAKE.matcher(message);
    long newest = 0;
    for (int seen = 0; seen < IDS_OF_A_MESSAGE && ids.find(); seen++) {
      newest = Math.max(newest, Long.parseUnsignedLong(ids.group()));
    }
    return of(newest);
  }

  /** Milliseconds. */
  static double of(long id) {
    Instant now = Instant.now();
    long sent = (id >>> TIME_SHIFT) + DISCORD_EPOCH;
    return (now.getEpochSecond() * 1000 - sent) + now.getNano() / NANOS;
  }
}
