package dev.gatehouse.discord.model;

import java.math.BigInteger;

/**
 * A set of permission bits. It has outgrown 32 bits and travels as a decimal string.
 *
 * @see <a href="https://docs.discord.com/developers/topics/permissions">Permissions</a>
 */
public record Permissions(BigInteger bits) {
  public static final Permissions NONE = new Permissions(BigInteger.ZERO);
  public static final int ADMINISTRATOR = 3;
  public static final int MANAGE_GUILD = 5;
  public static final int VIEW_CHANNEL = 10;
  public static final int SEND_MESSAGES = 11;
  public static final int MANAGE_MESSAGES = 13;
  public static final int EMBED_LINKS = 14;
  public static final int ATTACH_FILES = 15;
  public static final int READ_MESSAGE_HISTORY = 16;
  public static final int CREATE_PUBLIC_THREADS = 35;
  public static final int SEND_MESSAGES_IN_THREADS = 38;
  public static final int PIN_MESSAGES = 51;
  public static final int BYPASS_SLOWMODE = 52;

  public Permissions {
    if (bits.signum() < 0) {
      throw new IllegalArgumentException("permissions are an unsigned number, was " + bits);
    }
  }

  /**
   * Reads decimal digits.
   *
   * @throws IllegalArgumentException when {@code text} is no unsigned number
   */
  public static Permissions of(String text) {
    try {
      return new Permissions(new BigInteger(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("permissions are a number, was '" + text + "'", e);
    }
  }

  /** The set of these bit positions. */
  public static Permissions ofBits(int... positions) {
    BigInteger bits = BigInteger.ZERO;
    for (int position : positions) {
      bits = bits.setBit(position);
    }
    return new Permissions(bits);
  }

  /** Whether the bit is set, or {@link #ADMINISTRATOR}, which grants all of them. */
  public boolean allows(int position) {
    return has(position) || has(ADMINISTRATOR);
  }

  /** Whether exactly this bit is set. */
  public boolean has(int position) {
    return bits.testBit(position);
  }

  /** The decimal digits, as on the wire. */
  @Override
  public String toString() {
    return bits.toString();
  }
}
