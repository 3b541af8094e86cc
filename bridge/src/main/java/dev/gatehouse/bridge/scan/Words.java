package dev.gatehouse.bridge.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at text eight bytes at a time. The lowest byte that a test for zero bytes marks is always a
 * true match (<a
 * href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Stanford</a>).
 */
final class Words {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0F0F0L;
  private static final long ZEROS = '0' * EACH_BYTE;
  private static final long SIX_EACH = 6 * EACH_BYTE;
  private static final long QUOTES = '"' * EACH_BYTE;
  private static final long BACKSLASHES = '\\' * EACH_BYTE;

  private Words() {}

  /** Up to eight bytes from a position on, the first one lowest, zeros behind the last. */
  static long head(byte[] bytes, int from, int count) {
    if (count >= Long.BYTES) {
      return (long) WORD.get(bytes, from);
    }
    if (from + Long.BYTES <= bytes.length) {
      return (long) WORD.get(bytes, from) & ((1L << (count * Byte.SIZE)) - 1);
    }
    long word = 0;
    for (int i = count - 1; i >= 0; i--) {
      word = word << Byte.SIZE | (bytes[from + i] & 0xFF);
    }
    return word;
  }

  /** The position of the first quote or backslash, or {@code end}. */
  static int quoteOrBackslash(byte[] bytes, int from, int end) {
    int at = from;
    for (int last = end - Long.BYTES; at <= last; at += Long.BYTES) {
      long word = (long) WORD.get(bytes, at);
      long found = zeroBytes(word ^ QUOTES) | zeroBytes(word ^ BACKSLASHES);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    return Math.min(at, end);
  }

  /** Whether the next eight bytes are all digits. */
  static boolean areDigits(byte[] bytes, int from) {
    long word = (long) WORD.get(bytes, from);
    return (word & HIGH_NIBBLES) == ZEROS && ((word + SIX_EACH) & HIGH_NIBBLES) == ZEROS;
  }

  /**
   * The number that the next eight digits make, by adding neighbours: pairs, fours, then all eight
   * (<a href="https://lemire.me/blog/2022/01/21/swar-explained-parsing-eight-digits/">Lemire</a>).
   */
  static long eightDigits(byte[] bytes, int from) {
    long word = (long) WORD.get(bytes, from) - ZEROS;
    word = (word * 10 + (word >>> 8)) & 0x00FF00FF00FF00FFL;
    word = (word * 100 + (word >>> 16)) & 0x0000FFFF0000FFFFL;
    return (word * 10_000 + (word >>> 32)) & 0xFFFFFFFFL;
  }

  private static long zeroBytes(long word) {
    return (word - EACH_BYTE) & ~word & TOP_BITS;
  }
}
