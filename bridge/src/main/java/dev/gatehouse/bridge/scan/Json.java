package dev.gatehouse.bridge.scan;

/**
 * Steps through JSON text: each method takes a position and returns the one behind what it took.
 * Brackets must match; what scalars look like inside is left to those who parse them.
 */
final class Json {
  /** The deepest nesting inside a skipped value: one bit each tells objects from arrays. */
  static final int DEEPEST = 64;

  private static final boolean[] SCALAR = scalarBytes();

  private Json() {}

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
    int position = Words.quoteOrBackslash(text, at, end);
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
    int position = Words.quoteOrBackslash(text, at, end);
    while (position < end && text[position] == '\\') {
      position = Words.quoteOrBackslash(text, position + 2, end);
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
}
