package dev.gatehouse.discord.model;

import java.time.Instant;

/**
 * An id: 64 unsigned bits that carry the time of their making. A string on the wire, because
 * JavaScript's numbers lose its low bits.
 *
 * @see <a href="https://docs.discord.com/developers/reference#snowflakes">Snowflakes</a>
 */
public record Snowflake(long value) implements Comparable<Snowflake> {
  /** The first second of 2015, in Unix milliseconds: the zero of every snowflake. */
  public static final long EPOCH_MILLIS = 1_420_070_400_000L;

  /** Stands for an id that Discord did not tell; it gives none of this value. */
  public static final Snowflake UNKNOWN = new Snowflake(0);

  private static final int TIMESTAMP_SHIFT = 22;

  /**
   * Reads decimal digits.
   *
   * @throws IllegalArgumentException when {@code text} is no unsigned 64-bit number
   */
  public static Snowflake of(String text) {
    try {
      return new Snowflake(Long.parseUnsignedLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a snowflake is an unsigned number, was '" + text + "'", e);
    }
  }

  public static Snowflake of(long value) {
    return new Snowflake(value);
  }

  /** The lowest id that could be made at {@code time}: a bound for paging by time. */
  public static Snowflake at(Instant time) {
    return new Snowflake((time.toEpochMilli() - EPOCH_MILLIS) << TIMESTAMP_SHIFT);
  }

  /** When the id was made, to the millisecond. */
  public Instant timestamp() {
    return Instant.ofEpochMilli((value >>> TIMESTAMP_SHIFT) + EPOCH_MILLIS);
  }

  @Override
  public int compareTo(Snowflake other) {
    return Long.compareUnsigned(value, other.value);
  }

  /** The decimal digits, as on the wire. */
  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
