package dev.gatehouse.cloud.aws;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Escapes UTF-8 for a JSON string without decoding it: only quotation marks, backslashes and
 * control characters, all of them single bytes, must be escaped. What lies between them is copied
 * eight bytes at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a>
 */
final class JsonEscape {
  /** The most bytes that one byte becomes. */
  static final int LONGEST = 6;

  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long SPACES = ' ' * EACH_BYTE;
  private static final long QUOTES = '"' * EACH_BYTE;
  private static final long BACKSLASHES = '\\' * EACH_BYTE;
  private static final byte PLAIN = 0;
  private static final byte LONG = 1;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final byte[] KINDS = kinds();

  private JsonEscape() {}

  /** Writes to the target, which has room for the longest form, and returns where it ended. */
  static int escape(byte[] source, int offset, int count, byte[] target, int at) {
    ByteBuffer from = ByteBuffer.wrap(source).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
    int end = offset + count;
    int in = offset;
    int out = at;
    while (in <= end - Long.BYTES) {
      long word = from.getLong(in);
      to.putLong(out, word);
      int plain = plainBytes(word);
      in += plain;
      out += plain;
      if (plain < Long.BYTES) {
        out = one(source[in++], target, out);
      }
    }
    while (in < end) {
      out = one(source[in++], target, out);
    }
    return out;
  }

  /**
   * How many bytes come before the first one that must be escaped. The lowest byte that a test for
   * bytes below a bound marks is always a true match (<a
   * href="https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord">Stanford</a>).
   */
  private static int plainBytes(long word) {
    long marked =
        below(word, SPACES)
            | below(word ^ QUOTES, EACH_BYTE)
            | below(word ^ BACKSLASHES, EACH_BYTE);
    return Long.numberOfTrailingZeros(marked) >>> 3;
  }

  private static long below(long word, long bounds) {
    return (word - bounds) & ~word & TOP_BITS;
  }

  private static int one(byte b, byte[] target, int at) {
    byte kind = KINDS[b & 0xff];
    if (kind == PLAIN) {
      target[at] = b;
      return at + 1;
    }
    if (kind == LONG) {
      return unicode(b, target, at);
    }
    target[at] = '\\';
    target[at + 1] = kind;
    return at + 2;
  }

  private static int unicode(byte b, byte[] target, int at) {
    target[at] = '\\';
    target[at + 1] = 'u';
    target[at + 2] = '0';
    target[at + 3] = '0';
    target[at + 4] = HEX[b >> 4];
    target[at + 5] = HEX[b & 0xf];
    return at + LONGEST;
  }

  /** For each byte: itself, the long form, or the letter that follows a backslash. */
  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int control = 0; control < ' '; control++) {
      kinds[control] = LONG;
    }
    kinds['"'] = '"';
    kinds['\\'] = '\\';
    kinds['\n'] = 'n';
    kinds['\r'] = 'r';
    kinds['\t'] = 't';
    return kinds;
  }
}
