package dev.gatehouse.bridge.transport;

/**
 * A message above the limit, whose bytes are let pass: holds none of them but what tells which
 * message it is, {@code op}, {@code s} and {@code t}, wherever they stand in it.
 */
final class PassingMessage {
  /** No event name and no number is longer. */
  private static final int LONGEST = 64;

  /** What is longer than that is a stream without an end. */
  private static final long MOST_BYTES = 1L << 30;

  private final StringBuilder token = new StringBuilder();
  private String name = "";
  private int depth;
  private boolean inString;
  private boolean escaped;
  private int opcode = -1;
  private long sequence;
  private String event = "";
  private long length;

  /** Takes the bytes that come next. */
  void add(byte[] bytes, int from, int to) throws BrokenStreamException {
    length += to - from;
    if (length > MOST_BYTES) {
      throw new BrokenStreamException("a message is above " + MOST_BYTES + " bytes");
    }
    for (int i = from; i < to; i++) {
      if (inString) {
        inString(bytes[i]);
      } else {
        outsideStrings(bytes[i]);
      }
    }
  }

  Incoming.Oversized end() {
    return new Incoming.Oversized(opcode, sequence, event, length);
  }

  private void inString(byte next) {
    if (!escaped && next == '"') {
      inString = false;
    } else {
      escaped = !escaped && next == '\\';
      keep(next);
    }
  }

  private void outsideStrings(byte next) {
    switch (next) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> {
        endMember();
        depth--;
      }
      case ',' -> endMember();
      case ':' -> beginValue();
      case ' ', '\t', '\r', '\n' -> {}
      default -> keep(next);
    }
  }

  /** Only the members of the frame itself matter. */
  private void keep(byte next) {
    if (depth == 1 && token.length() < LONGEST) {
      token.append((char) next);
    }
  }

  private void beginValue() {
    if (depth == 1) {
      name = token.toString();
      token.setLength(0);
    }
  }

  private void endMember() {
    if (depth != 1) {
      return;
    }
    String value = token.toString();
    switch (name) {
      case "op" -> opcode = (int) number(value, -1);
      case "s" -> sequence = number(value, 0);
      case "t" -> event = value;
      default -> {}
    }
    name = "";
    token.setLength(0);
  }

  private static long number(String text, long fallback) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : fallback;
  }
}
