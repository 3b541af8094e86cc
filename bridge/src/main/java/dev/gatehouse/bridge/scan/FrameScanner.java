package dev.gatehouse.bridge.scan;

/**
 * Scans gateway frames: {@code op}, {@code s} and {@code t}, where {@code d} lies, and of {@code d}
 * the ids that route it. Keys may come in any order; of a repeated key the last one counts. Not
 * safe for use by several threads.
 *
 * <p>Positions are passed on in locals, since a position kept in a field would cost a trip through
 * memory for every token.
 */
public final class FrameScanner {
  private static final byte[] NOTHING = {};

  private final EventNames names = new EventNames();
  private final Scan scan = new Scan();
  private final DataScanner data = new DataScanner(scan);
  private byte[] text = NOTHING;
  private int end;

  /** From now on, mentions of this user are ours. */
  public void ourId(long userId) {
    data.ourId(userId);
  }

  /**
   * Scans one frame.
   *
   * @return the result, which the next call overwrites
   * @throws MalformedFrameException when it is not one JSON object with fields of the right kind
   */
  public Scan scan(byte[] bytes, int from, int to) throws MalformedFrameException {
    scan.clear();
    text = bytes;
    end = to;
    try {
      int behind = Json.skipSpace(bytes, envelope(from), to);
      if (behind != to) {
        throw new MalformedFrameException("more than one object", behind);
      }
      return scan;
    } catch (MalformedFrameException e) {
      throw e.in(from, to);
    }
  }

  /** Lets go of the bytes that were scanned last; they may be many. */
  public void release() {
    text = NOTHING;
  }

  private int envelope(int from) throws MalformedFrameException {
    int at = Json.take(text, from, end, '{');
    if (text[Json.next(text, at, end)] == '}') {
      return Json.take(text, at, end, '}');
    }
    while (true) {
      int name = Json.take(text, at, end, '"');
      int quote = Json.closingQuote(text, name, end);
      at = value(field(name, quote), behindColon(quote));
      at = Json.next(text, at, end);
      if (text[at] == '}') {
        return at + 1;
      }
      at = Json.take(text, at, end, ',');
    }
  }

  private int value(Field field, int at) throws MalformedFrameException {
    return switch (field) {
      case D -> data(at);
      case OP -> opcode(at);
      case S -> sequence(at);
      case T -> eventName(at);
      case ID, BOT, AUTHOR, USER_ID, GUILD_ID, MENTIONS, CHANNEL_ID, WEBHOOK_ID, OTHER ->
          Json.skip(text, at, end);
    };
  }

  private Field field(int name, int quote) throws MalformedFrameException {
    return quote >= 0 ? Field.of(text, name, quote) : Field.of(Text.unescaped(text, name, ~quote));
  }

  private int behindColon(int quote) throws MalformedFrameException {
    return Json.take(text, (quote >= 0 ? quote : ~quote) + 1, end, ':');
  }

  private int data(int from) throws MalformedFrameException {
    scan.clearData();
    int start = Json.next(text, from, end);
    int behind = text[start] == '{' ? data.scan(text, start, end) : Json.skip(text, start, end);
    scan.dataStart = start;
    scan.dataEnd = behind;
    return behind;
  }

  private int opcode(int from) throws MalformedFrameException {
    int behind = Json.skip(text, from, end);
    scan.opcode = (int) number(Json.next(text, from, end), behind, Scan.NO_OPCODE);
    return behind;
  }

  private int sequence(int from) throws MalformedFrameException {
    int behind = Json.skip(text, from, end);
    scan.sequence = number(Json.next(text, from, end), behind, Scan.NONE);
    return behind;
  }

  private int eventName(int from) throws MalformedFrameException {
    int start = Json.next(text, from, end);
    if (text[start] != '"') {
      scan.event = EventName.NONE;
      return Json.skip(text, start, end);
    }
    int quote = Json.closingQuote(text, start + 1, end);
    if (quote >= 0) {
      scan.event = names.of(text, start + 1, quote);
      return quote + 1;
    }
    scan.event = new EventName(Text.unescaped(text, start + 1, ~quote));
    return ~quote + 1;
  }

  /** A whole number that is not negative; anything else gives the fallback. */
  private long number(int from, int to, long fallback) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return fallback;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
