package dev.gatehouse.bridge.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Steps through JSON text in bytes: each method takes a position and returns the one behind what it
 * took. Brackets must match; what scalars look like inside is left to those who parse them.
 *
 * <p>Positions are arguments and results, never fields: a position kept in a field would cost a
 * trip through memory for every token. Strings and numbers are looked at eight bytes at a time; the
 * lowest byte that a test for zero bytes marks is always a true match (<a
 * href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Stanford</a>).
 */
final class JsonCursor {
  /** The deepest nesting inside a skipped value: one bit each tells objects from arrays. */
  static final int DEEPEST = 64;

  private static final boolean[] SCALAR = scalarBytes();

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_DIGITS = 19;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0F0F0L;
  private static final long ZEROS = '0' * EACH_BYTE;
  private static final long SIX_EACH = 6 * EACH_BYTE;
  private static final long QUOTES = '"' * EACH_BYTE;
  private static final long BACKSLASHES = '\\' * EACH_BYTE;

  private JsonCursor() {}

  // Steps.

  /** The position of the next byte that is not white space. */
  static int next(byte[] text, int at, int end) throws MalformedFrameException {
    int position = at;
    while (position < end) {
      byte b = text[position];
      if (b > ' ' || b < 0) {
        return position;
      }
      position++;
    }
    throw new MalformedFrameException("the end", position);
  }

  /** Takes white space and this byte. */
  static int take(byte[] text, int at, int end, char wanted) throws MalformedFrameException {
    int position = next(text, at, end);
    if (text[position] != wanted) {
      throw new MalformedFrameException("no '" + wanted + "'", position);
    }
    return position + 1;
  }

  /** The position behind white space, or {@code end}. */
  static int skipSpace(byte[] text, int at, int end) {
    int position = at;
    while (position < end && text[position] <= ' ' && text[position] >= 0) {
      position++;
    }
    return position;
  }

  /**
   * The position of the quote that ends a string.
   *
   * @param at behind the opening quote
   * @return the bitwise complement of it when the string holds an escape
   */
  static int closingQuote(byte[] text, int at, int end) throws MalformedFrameException {
    int position = quoteOrBackslash(text, at, end);
    if (position < end && text[position] == '"') {
      return position;
    }
    return ~behindString(text, position, end) + 1;
  }

  /** Takes one value of any kind, white space before it included. */
  static int skip(byte[] text, int at, int end) throws MalformedFrameException {
    int position = next(text, at, end);
    return switch (text[position]) {
      case '"' -> behindString(text, position + 1, end);
      case '{', '[' -> skipContainer(text, position, end);
      default -> skipScalar(text, position, end);
    };
  }

  private static int behindString(byte[] text, int at, int end) throws MalformedFrameException {
    int position = quoteOrBackslash(text, at, end);
    while (position < end && text[position] == '\\') {
      position = quoteOrBackslash(text, position + 2, end);
    }
    if (position >= end) {
      throw new MalformedFrameException("the end inside a string", end);
    }
    return position + 1;
  }

  private static int skipScalar(byte[] text, int at, int end) throws MalformedFrameException {
    int position = at;
    while (position < end && SCALAR[text[position] & 0xFF]) {
      position++;
    }
    if (position == at) {
      throw new MalformedFrameException("no value", at);
    }
    return position;
  }

  private static int skipContainer(byte[] text, int at, int end) throws MalformedFrameException {
    int position = at;
    int depth = 0;
    long objects = 0;
    while (position < end) {
      byte b = text[position++];
      if (b == '"') {
        position = behindString(text, position, end);
      } else if (b == '{' || b == '[') {
        objects = objects << 1 | (b == '{' ? 1 : 0);
        checkDepth(++depth, position);
      } else if (b == '}' || b == ']') {
        checkMatch((objects & 1) == (b == '}' ? 1 : 0), position);
        objects >>>= 1;
        if (--depth == 0) {
          return position;
        }
      }
    }
    throw new MalformedFrameException("the end inside a value", end);
  }

  private static void checkDepth(int depth, int position) throws MalformedFrameException {
    if (depth > DEEPEST) {
      throw new MalformedFrameException("nesting beyond " + DEEPEST, position);
    }
  }

  private static void checkMatch(boolean matches, int position) throws MalformedFrameException {
    if (!matches) {
      throw new MalformedFrameException("an unmatched bracket", position);
    }
  }

  private static boolean[] scalarBytes() {
    boolean[] scalar = new boolean[256];
    for (char c : "0123456789abcdefghijklmnopqrstuvwxyz+-.E".toCharArray()) {
      scalar[c] = true;
    }
    return scalar;
  }

  // Strings.

  /** The string that lies between two positions, its escapes undone; the quotes are there. */
  static String unescaped(byte[] text, int from, int to) throws MalformedFrameException {
    try (JsonParser parser = JSON.createParser(text, from - 1, to - from + 2)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      throw new MalformedFrameException("a wrong escape", from);
    }
  }

  /** The string as a snowflake, or {@link Scan#NONE} when it is none. */
  static long snowflake(byte[] text, int from, int to) {
    if (to - from > MOST_DIGITS) {
      return Scan.NONE;
    }
    long number = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if (!areDigits(text, at)) {
        return Scan.NONE;
      }
      number = number * 100_000_000 + eightDigits(text, at);
    }
    return rest(text, at, to, number);
  }

  /** A number that would not fit has its top bit set, and is no snowflake either. */
  private static long rest(byte[] text, int from, int to, long number) {
    long value = number;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return Scan.NONE;
      }
      value = value * 10 + digit;
    }
    return Math.max(value, Scan.NONE);
  }

  // Eight bytes at a time.

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
