package dev.gatehouse.cloud.sqs;

/**
 * Escapes UTF-8 for a JSON string without decoding it: only quotation marks, backslashes and
 * control characters, all of them single bytes, must be escaped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a>
 */
final class JsonEscape {
  /** The most bytes that one byte becomes. */
  static final int LONGEST = 6;

  private static final byte PLAIN = 0;
  private static final byte LONG = 1;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final byte[] KINDS = kinds();

  private JsonEscape() {}

  /** Writes to the target, which has room for the longest form, and returns where it ended. */
  static int escape(byte[] source, int offset, int count, byte[] target, int at) {
    int end = offset + count;
    int out = at;
    for (int in = offset; in < end; in++) {
      byte b = source[in];
      byte kind = KINDS[b & 0xff];
      if (kind == PLAIN) {
        target[out++] = b;
      } else {
        out = escaped(b, kind, target, out);
      }
    }
    return out;
  }

  private static int escaped(byte b, byte kind, byte[] target, int at) {
    target[at] = '\\';
    if (kind != LONG) {
      target[at + 1] = kind;
      return at + 2;
    }
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
