package dev.gatehouse.cloud.sqs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Escapes UTF-8 for a JSON string without decoding it: only quotation marks, backslashes and
 * control characters, all of them single bytes, must be escaped. They are looked for in 64 bytes at
 * a time, which needs no decision for each byte, and what lies between them is copied in words.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a>
 */
final class JsonEscape {
  /** The most bytes that one byte becomes. */
  static final int LONGEST = 6;

  private static final int BLOCK = Long.SIZE;

  /** A copy reads and writes two words, however short it is. */
  private static final int SHORTEST_COPY = 2 * Long.BYTES;

  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long BACKSLASHES = '\\' * EACH_BYTE;

  /** Swaps the quotation mark with the space, and control characters among themselves. */
  private static final long SWAP = 2 * EACH_BYTE;

  private static final long ABOVE_SPACES = (' ' + 1) * EACH_BYTE;

  /** Moves the lowest bit of each byte into the highest byte, in order. */
  private static final long GATHER = 0x0102040810204080L;

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
    while (in <= end - BLOCK - SHORTEST_COPY) {
      long marks = marks(from, in);
      int start = in;
      in += BLOCK;
      while (true) {
        int stop = marks == 0 ? in : in - BLOCK + Long.numberOfTrailingZeros(marks);
        copy(from, start, stop - start, to, out);
        out += stop - start;
        if (marks == 0) {
          break;
        }
        out = one(source[stop], target, out);
        start = stop + 1;
        marks &= marks - 1;
      }
    }
    while (in < end) {
      out = one(source[in++], target, out);
    }
    return out;
  }

  /** May write up to {@link #SHORTEST_COPY} bytes behind the end, for what follows to cover. */
  private static void copy(ByteBuffer from, int start, int count, ByteBuffer to, int at) {
    to.putLong(at, from.getLong(start));
    to.putLong(at + Long.BYTES, from.getLong(start + Long.BYTES));
    for (int i = SHORTEST_COPY; i < count; i += Long.BYTES) {
      to.putLong(at + i, from.getLong(start + i));
    }
  }

  /** A bit for each byte of a block that may have to be escaped. */
  private static long marks(ByteBuffer from, int start) {
    long marks = 0;
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      marks |=
          (((marks(from.getLong(start + i)) >>> 7) * GATHER) >>> (Long.SIZE - Long.BYTES)) << i;
    }
    return marks;
  }

  /**
   * The top bit of each byte that must be escaped, and of some behind such a one that need not be
   * (<a href="https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord">Stanford</a>).
   */
  private static long marks(long word) {
    long upToSpace = (word ^ SWAP) - ABOVE_SPACES;
    long backslash = (word ^ BACKSLASHES) - EACH_BYTE;
    return (upToSpace | backslash) & ~word & TOP_BITS;
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
