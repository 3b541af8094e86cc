package dev.gatehouse.bridge.scan;

import java.nio.charset.StandardCharsets;

/**
 * Scans gateway frames: {@code op}, {@code s} and {@code t}, where {@code d} lies, and of {@code d}
 * the ids that route it. Keys may come in any order; of a repeated key the last one counts. Keeps
 * nothing of the bytes. Not safe for use by several threads.
 */
public final class FrameScanner {
  private final EventName.Cache names = new EventName.Cache();
  private final Scan scan = new Scan();
  private long ourId = Scan.NONE;

  /** From now on, mentions of this user are ours. */
  public void ourId(long userId) {
    ourId = userId;
  }

  /**
   * Scans one frame.
   *
   * @return the result, which the next call overwrites
   * @throws MalformedFrameException when it is not one JSON object with fields of the right kind
   */
  public Scan scan(byte[] bytes, int from, int to) throws MalformedFrameException {
    scan.clear();
    try {
      int behind = JsonCursor.skipSpace(bytes, envelope(bytes, from, to), to);
      if (behind != to) {
        throw new MalformedFrameException("more than one object", behind);
      }
      return scan;
    } catch (MalformedFrameException e) {
      throw e.in(from, to);
    }
  }

  // The frame: op, s, t and d.

  private int envelope(byte[] text, int from, int end) throws MalformedFrameException {
    int at = JsonCursor.take(text, from, end, '{');
    if (text[JsonCursor.next(text, at, end)] == '}') {
      return JsonCursor.take(text, at, end, '}');
    }
    while (true) {
      int name = JsonCursor.take(text, at, end, '"');
      int quote = JsonCursor.closingQuote(text, name, end);
      RoutingField field = field(text, name, quote);
      at = part(field, text, JsonCursor.take(text, behind(quote), end, ':'), end);
      at = JsonCursor.next(text, at, end);
      if (text[at] == '}') {
        return at + 1;
      }
      at = JsonCursor.take(text, at, end, ',');
    }
  }

  private int part(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    return switch (field) {
      case D -> data(text, at, end);
      case OP -> opcode(text, at, end);
      case S -> sequence(text, at, end);
      case T -> eventName(text, at, end);
      case ID, BOT, AUTHOR, USER_ID, GUILD_ID, MENTIONS, CHANNEL_ID, WEBHOOK_ID, OTHER ->
          JsonCursor.skip(text, at, end);
    };
  }

  private int opcode(byte[] text, int from, int end) throws MalformedFrameException {
    int behind = JsonCursor.skip(text, from, end);
    scan.opcode = (int) number(text, JsonCursor.next(text, from, end), behind, Scan.NO_OPCODE);
    return behind;
  }

  private int sequence(byte[] text, int from, int end) throws MalformedFrameException {
    int behind = JsonCursor.skip(text, from, end);
    scan.sequence = number(text, JsonCursor.next(text, from, end), behind, Scan.NONE);
    return behind;
  }

  private int eventName(byte[] text, int from, int end) throws MalformedFrameException {
    int start = JsonCursor.next(text, from, end);
    if (text[start] != '"') {
      scan.event = EventName.NONE;
      return JsonCursor.skip(text, start, end);
    }
    int quote = JsonCursor.closingQuote(text, start + 1, end);
    if (quote >= 0) {
      scan.event = names.of(text, start + 1, quote);
      return quote + 1;
    }
    scan.event = new EventName(JsonCursor.unescaped(text, start + 1, ~quote));
    return ~quote + 1;
  }

  /** A whole number that is not negative; anything else gives the fallback. */
  private static long number(byte[] text, int from, int to, long fallback) {
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

  private int data(byte[] text, int from, int end) throws MalformedFrameException {
    scan.clearData();
    int start = JsonCursor.next(text, from, end);
    int behind = text[start] == '{' ? members(text, start, end) : JsonCursor.skip(text, start, end);
    scan.dataStart = start;
    scan.dataEnd = behind;
    return behind;
  }

  // The payload: the ids that route it.

  /** Takes the object {@code d}, which begins at a position. */
  private int members(byte[] text, int from, int end) throws MalformedFrameException {
    int at = from + 1;
    if (text[JsonCursor.next(text, at, end)] == '}') {
      return JsonCursor.take(text, at, end, '}');
    }
    while (true) {
      int name = JsonCursor.take(text, at, end, '"');
      int quote = JsonCursor.closingQuote(text, name, end);
      RoutingField field = field(text, name, quote);
      at = member(field, text, JsonCursor.take(text, behind(quote), end, ':'), end);
      at = JsonCursor.next(text, at, end);
      if (text[at] == '}') {
        return at + 1;
      }
      at = JsonCursor.take(text, at, end, ',');
    }
  }

  private int member(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    switch (field) {
      case ID -> scan.id = snowflake(text, at, end);
      case GUILD_ID -> scan.guildId = snowflake(text, at, end);
      case CHANNEL_ID -> scan.channelId = snowflake(text, at, end);
      case USER_ID -> scan.userId = snowflake(text, at, end);
      case WEBHOOK_ID -> scan.webhook = snowflake(text, at, end) != Scan.NONE;
      case AUTHOR -> {
        return author(text, at, end);
      }
      case MENTIONS -> {
        return mentions(text, at, end);
      }
      case OP, S, T, D, BOT, OTHER -> {}
    }
    return JsonCursor.skip(text, at, end);
  }

  private int author(byte[] text, int from, int end) throws MalformedFrameException {
    scan.clearAuthor();
    int at = JsonCursor.next(text, from, end);
    if (text[at] != '{') {
      return JsonCursor.skip(text, at, end);
    }
    at = JsonCursor.next(text, at + 1, end);
    while (text[at] != '}') {
      int name = JsonCursor.take(text, at, end, '"');
      int quote = JsonCursor.closingQuote(text, name, end);
      int value = JsonCursor.take(text, behind(quote), end, ':');
      authorField(field(text, name, quote), text, value, end);
      at = behindMember(text, JsonCursor.skip(text, value, end), end);
    }
    return at + 1;
  }

  private void authorField(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    if (field == RoutingField.ID) {
      scan.authorId = snowflake(text, at, end);
    } else if (field == RoutingField.BOT) {
      scan.authorIsBot = text[JsonCursor.next(text, at, end)] == 't';
    }
  }

  private int mentions(byte[] text, int from, int end) throws MalformedFrameException {
    scan.mentionsUs = false;
    int at = JsonCursor.next(text, from, end);
    if (text[at] != '[') {
      return JsonCursor.skip(text, at, end);
    }
    at = JsonCursor.next(text, at + 1, end);
    while (text[at] != ']') {
      at = mentioned(text, at, end);
      at = behindElement(text, at, end);
    }
    return at + 1;
  }

  private int mentioned(byte[] text, int from, int end) throws MalformedFrameException {
    if (text[from] != '{') {
      return JsonCursor.skip(text, from, end);
    }
    long id = Scan.NONE;
    int at = JsonCursor.next(text, from + 1, end);
    while (text[at] != '}') {
      int name = JsonCursor.take(text, at, end, '"');
      int quote = JsonCursor.closingQuote(text, name, end);
      int value = JsonCursor.take(text, behind(quote), end, ':');
      id = field(text, name, quote) == RoutingField.ID ? snowflake(text, value, end) : id;
      at = behindMember(text, JsonCursor.skip(text, value, end), end);
    }
    scan.mentionsUs |= id == ourId && id != Scan.NONE;
    return at + 1;
  }

  /** The next member's name, or the bracket that ends the object. */
  private static int behindMember(byte[] text, int from, int end) throws MalformedFrameException {
    int at = JsonCursor.next(text, from, end);
    if (text[at] == '}') {
      return at;
    }
    at = JsonCursor.next(text, JsonCursor.take(text, at, end, ','), end);
    if (text[at] != '"') {
      throw new MalformedFrameException("no '\"'", at);
    }
    return at;
  }

  /** The next element, or the bracket that ends the array. */
  private static int behindElement(byte[] text, int from, int end) throws MalformedFrameException {
    int at = JsonCursor.next(text, from, end);
    if (text[at] == ']') {
      return at;
    }
    at = JsonCursor.next(text, JsonCursor.take(text, at, end, ','), end);
    if (text[at] == ']') {
      throw new MalformedFrameException("no value", at);
    }
    return at;
  }

  private static RoutingField field(byte[] text, int name, int quote)
      throws MalformedFrameException {
    return quote >= 0
        ? RoutingField.of(text, name, quote)
        : RoutingField.of(JsonCursor.unescaped(text, name, ~quote));
  }

  private static int behind(int quote) {
    return (quote >= 0 ? quote : ~quote) + 1;
  }

  /** A string as a snowflake; {@link Scan#NONE} for anything else. */
  private static long snowflake(byte[] text, int from, int end) throws MalformedFrameException {
    int start = JsonCursor.next(text, from, end);
    if (text[start] != '"') {
      return Scan.NONE;
    }
    int quote = JsonCursor.closingQuote(text, start + 1, end);
    if (quote >= 0) {
      return JsonCursor.snowflake(text, start + 1, quote);
    }
    byte[] content = JsonCursor.unescaped(text, start + 1, ~quote).getBytes(StandardCharsets.UTF_8);
    return JsonCursor.snowflake(content, 0, content.length);
  }
}
