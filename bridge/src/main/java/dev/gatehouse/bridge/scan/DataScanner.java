package dev.gatehouse.bridge.scan;

import java.nio.charset.StandardCharsets;

/** Scans the object {@code d} for what routes it. */
final class DataScanner {
  private final Scan scan;
  private long ourId = Scan.NONE;

  DataScanner(Scan scan) {
    this.scan = scan;
  }

  void ourId(long userId) {
    ourId = userId;
  }

  /** Takes the object that begins at a position. */
  int scan(byte[] text, int from, int end) throws MalformedFrameException {
    int at = from + 1;
    if (text[Json.next(text, at, end)] == '}') {
      return Json.take(text, at, end, '}');
    }
    while (true) {
      int name = Json.take(text, at, end, '"');
      int quote = Json.closingQuote(text, name, end);
      Field field = field(text, name, quote);
      at = value(field, text, Json.take(text, behind(quote), end, ':'), end);
      at = Json.next(text, at, end);
      if (text[at] == '}') {
        return at + 1;
      }
      at = Json.take(text, at, end, ',');
    }
  }

  private int value(Field field, byte[] text, int at, int end) throws MalformedFrameException {
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
    return Json.skip(text, at, end);
  }

  private int author(byte[] text, int from, int end) throws MalformedFrameException {
    scan.clearAuthor();
    int at = Json.next(text, from, end);
    if (text[at] != '{') {
      return Json.skip(text, at, end);
    }
    at = Json.next(text, at + 1, end);
    while (text[at] != '}') {
      int name = Json.take(text, at, end, '"');
      int quote = Json.closingQuote(text, name, end);
      int value = Json.take(text, behind(quote), end, ':');
      authorField(field(text, name, quote), text, value, end);
      at = behindMember(text, Json.skip(text, value, end), end);
    }
    return at + 1;
  }

  private void authorField(Field field, byte[] text, int at, int end)
      throws MalformedFrameException {
    if (field == Field.ID) {
      scan.authorId = snowflake(text, at, end);
    } else if (field == Field.BOT) {
      scan.authorIsBot = text[Json.next(text, at, end)] == 't';
    }
  }

  private int mentions(byte[] text, int from, int end) throws MalformedFrameException {
    scan.mentionsUs = false;
    int at = Json.next(text, from, end);
    if (text[at] != '[') {
      return Json.skip(text, at, end);
    }
    at = Json.next(text, at + 1, end);
    while (text[at] != ']') {
      at = mentioned(text, at, end);
      at = behindElement(text, at, end);
    }
    return at + 1;
  }

  private int mentioned(byte[] text, int from, int end) throws MalformedFrameException {
    if (text[from] != '{') {
      return Json.skip(text, from, end);
    }
    long id = Scan.NONE;
    int at = Json.next(text, from + 1, end);
    while (text[at] != '}') {
      int name = Json.take(text, at, end, '"');
      int quote = Json.closingQuote(text, name, end);
      int value = Json.take(text, behind(quote), end, ':');
      id = field(text, name, quote) == Field.ID ? snowflake(text, value, end) : id;
      at = behindMember(text, Json.skip(text, value, end), end);
    }
    scan.mentionsUs |= id == ourId && id != Scan.NONE;
    return at + 1;
  }

  /** The next member's name, or the bracket that ends the object. */
  private static int behindMember(byte[] text, int from, int end) throws MalformedFrameException {
    int at = Json.next(text, from, end);
    if (text[at] == '}') {
      return at;
    }
    at = Json.next(text, Json.take(text, at, end, ','), end);
    if (text[at] != '"') {
      throw new MalformedFrameException("no '\"'", at);
    }
    return at;
  }

  /** The next element, or the bracket that ends the array. */
  private static int behindElement(byte[] text, int from, int end) throws MalformedFrameException {
    int at = Json.next(text, from, end);
    if (text[at] == ']') {
      return at;
    }
    at = Json.next(text, Json.take(text, at, end, ','), end);
    if (text[at] == ']') {
      throw new MalformedFrameException("no value", at);
    }
    return at;
  }

  private static Field field(byte[] text, int name, int quote) throws MalformedFrameException {
    return quote >= 0 ? Field.of(text, name, quote) : Field.of(Text.unescaped(text, name, ~quote));
  }

  private static int behind(int quote) {
    return (quote >= 0 ? quote : ~quote) + 1;
  }

  /** A string as a snowflake; {@link Scan#NONE} for anything else. */
  private static long snowflake(byte[] text, int from, int end) throws MalformedFrameException {
    int start = Json.next(text, from, end);
    if (text[start] != '"') {
      return Scan.NONE;
    }
    int quote = Json.closingQuote(text, start + 1, end);
    if (quote >= 0) {
      return Text.snowflake(text, start + 1, quote);
    }
    byte[] content = Text.unescaped(text, start + 1, ~quote).getBytes(StandardCharsets.UTF_8);
    return Text.snowflake(content, 0, content.length);
  }
}
