package dev.gatehouse.bridge.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A position in JSON text, moved on value by value. Strings are skipped eight bytes at a time.
 * Brackets must match; what scalars look like inside is left to those who parse them.
 */
final class JsonBytes {
  /** The deepest nesting: one bit each tells objects from arrays. */
  static final int DEEPEST = 64;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long QUOTES = '"' * EACH_BYTE;
  private static final long BACKSLASHES = '\\' * EACH_BYTE;

  private byte[] bytes = {};
  private int start;
  private int at;
  private int end;
  private int stringStart;
  private int stringEnd;
  private boolean escaped;

  void over(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    start = from;
    at = from;
    end = to;
  }

  int position() {
    return at;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the last string's content begins. */
  int stringStart() {
    return stringStart;
  }

  /** Where the last string's content ends. */
  int stringEnd() {
    return stringEnd;
  }

  /** Whether the last string holds a backslash. */
  boolean isEscaped() {
    return escaped;
  }

  /** The next byte that is not white space, without taking it. */
  byte peek() throws MalformedFrameException {
    while (at < end) {
      byte b = bytes[at];
      if (b > ' ' || b < 0) {
        return b;
      }
      at++;
    }
    throw malformed("the end");
  }

  /** Takes the next byte, which must be this one. */
  void take(char wanted) throws MalformedFrameException {
    if (peek() != wanted) {
      throw malformed("no '" + wanted + "'");
    }
    at++;
  }

  /** Takes the next byte if it is this one. */
  boolean takeIf(char wanted) throws MalformedFrameException {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** Whether nothing but white space is left. */
  boolean isDone() {
    while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at == end;
  }

  /** Takes a string; its content lies between {@link #stringStart} and {@link #stringEnd}. */
  void string() throws MalformedFrameException {
    take('"');
    restOfString();
  }

  /** Takes one value of any kind. */
  void skipValue() throws MalformedFrameException {
    switch (peek()) {
      case '"' -> string();
      case '{', '[' -> skipContainer();
      default -> skipScalar();
    }
  }

  MalformedFrameException malformed(String what) {
    return new MalformedFrameException(what, at - start, end - start);
  }

  private void skipScalar() throws MalformedFrameException {
    int from = at;
    while (at < end && isScalar(bytes[at])) {
      at++;
    }
    if (at == from) {
      throw malformed("no value");
    }
  }

  private static boolean isScalar(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }

  private void skipContainer() throws MalformedFrameException {
    int depth = 0;
    long objects = 0;
    while (at < end) {
      byte b = bytes[at++];
      if (b == '"') {
        restOfString();
      } else if (b == '{' || b == '[') {
        objects = objects << 1 | (b == '{' ? 1 : 0);
        if (++depth > DEEPEST) {
          throw malformed("nesting beyond " + DEEPEST);
        }
      } else if (b == '}' || b == ']') {
        if ((objects & 1) != (b == '}' ? 1 : 0)) {
          throw malformed("an unmatched bracket");
        }
        objects >>>= 1;
        if (--depth == 0) {
          return;
        }
      }
    }
    throw malformed("the end inside a value");
  }

  private void restOfString() throws MalformedFrameException {
    stringStart = at;
    escaped = false;
    while (true) {
      at = nextQuoteOrBackslash(bytes, at, end);
      if (at >= end) {
        throw malformed("the end inside a string");
      }
      if (bytes[at] == '"') {
        stringEnd = at++;
        return;
      }
      escaped = true;
      at += 2;
    }
  }

  /**
   * The first quote or backslash, or {@code end}. The lowest byte that the zero-byte test marks is
   * always a true match (<a
   * href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Stanford</a>).
   */
  private static int nextQuoteOrBackslash(byte[] bytes, int from, int end) {
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

  private static long zeroBytes(long word) {
    return (word - EACH_BYTE) & ~word & TOP_BITS;
  }
}
