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
  private final MentionTargets us;
  private long mentioned;

  /** The objects whose members are looked at. */
  private enum Place {
    FRAME,
    PAYLOAD,
    AUTHOR,
    MENTION
  }

  /**
   * @param us whom a mention has to name to be ours
   */
  public FrameScanner(MentionTargets us) {
    this.us = us;
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
      int inside = JsonCursor.take(bytes, from, to, '{');
      int behind = JsonCursor.skipSpace(bytes, members(Place.FRAME, bytes, inside, to), to);
      if (behind != to) {
        throw new MalformedFrameException("more than one object", behind);
      }
      return scan;
    } catch (MalformedFrameException e) {
      throw e.in(from, to);
    }
  }

  /** Takes what is left of an object behind its bracket. */
  private int members(Place place, byte[] text, int from, int end) throws MalformedFrameException {
    int at = JsonCursor.next(text, from, end);
    while (text[at] != '}') {
      int name = JsonCursor.take(text, at, end, '"');
      int quote = JsonCursor.closingQuote(text, name, end);
      int value = JsonCursor.take(text, (quote >= 0 ? quote : ~quote) + 1, end, ':');
      at = behindComma(text, member(place, field(text, name, quote), text, value, end), end, '}');
    }
    return at + 1;
  }

  private int member(Place place, RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    return switch (place) {
      case FRAME -> frameMember(field, text, at, end);
      case PAYLOAD -> payloadMember(field, text, at, end);
      case AUTHOR -> authorMember(field, text, at, end);
      case MENTION -> mentionMember(field, text, at, end);
    };
  }

  // The frame: op, s, t and d.

  private int frameMember(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    int start = JsonCursor.next(text, at, end);
    if (field == RoutingField.D) {
      return data(text, start, end);
    }
    if (field == RoutingField.T) {
      return eventName(text, start, end);
    }
    int behind = JsonCursor.skip(text, start, end);
    if (field == RoutingField.OP) {
      scan.opcode = (int) number(text, start, behind, Scan.NO_OPCODE);
    } else if (field == RoutingField.S) {
      scan.sequence = number(text, start, behind, Scan.NONE);
    }
    return behind;
  }

  private int eventName(byte[] text, int start, int end) throws MalformedFrameException {
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

  private int data(byte[] text, int start, int end) throws MalformedFrameException {
    scan.clearData();
    scan.dataStart = start;
    scan.dataEnd = objectOrOther(Place.PAYLOAD, text, start, end);
    return scan.dataEnd;
  }

  // The payload: the ids that route it.

  private int payloadMember(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    switch (field) {
      case ID -> scan.id = snowflake(text, at, end);
      case GUILD_ID -> scan.guildId = snowflake(text, at, end);
      case CHANNEL_ID -> scan.channelId = snowflake(text, at, end);
      case USER_ID -> scan.userId = snowflake(text, at, end);
      case WEBHOOK_ID -> scan.webhook = snowflake(text, at, end) != Scan.NONE;
      case AUTHOR -> {
        scan.clearAuthor();
        return objectOrOther(Place.AUTHOR, text, JsonCursor.next(text, at, end), end);
      }
      case MENTIONS -> {
        scan.mentionsOurUser = false;
        return mentions(field, text, at, end);
      }
      case MENTION_ROLES -> {
        scan.ourRole = Scan.NONE;
        return mentions(field, text, at, end);
      }
      case OP, S, T, D, BOT, OTHER -> {}
    }
    return JsonCursor.skip(text, at, end);
  }

  private int authorMember(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    if (field == RoutingField.ID) {
      scan.authorId = snowflake(text, at, end);
    } else if (field == RoutingField.BOT) {
      scan.authorIsBot = text[JsonCursor.next(text, at, end)] == 't';
    }
    return JsonCursor.skip(text, at, end);
  }

  /** Takes the array of mentioned users, which are objects, or of roles, which are ids. */
  private int mentions(RoutingField field, byte[] text, int from, int end)
      throws MalformedFrameException {
    int at = JsonCursor.next(text, from, end);
    if (text[at] != '[') {
      return JsonCursor.skip(text, at, end);
    }
    at = JsonCursor.next(text, at + 1, end);
    while (text[at] != ']') {
      int behind =
          field == RoutingField.MENTIONS
              ? mentionedUser(text, at, end)
              : mentionedRole(text, at, end);
      at = behindComma(text, behind, end, ']');
    }
    return at + 1;
  }

  private int mentionedUser(byte[] text, int start, int end) throws MalformedFrameException {
    mentioned = Scan.NONE;
    int behind = objectOrOther(Place.MENTION, text, start, end);
    scan.mentionsOurUser |= mentioned != Scan.NONE && mentioned == us.userId();
    return behind;
  }

  private int mentionMember(RoutingField field, byte[] text, int at, int end)
      throws MalformedFrameException {
    if (field == RoutingField.ID) {
      mentioned = snowflake(text, at, end);
    }
    return JsonCursor.skip(text, at, end);
  }

  private int mentionedRole(byte[] text, int start, int end) throws MalformedFrameException {
    long role = snowflake(text, start, end);
    if (us.isOurRole(role)) {
      scan.ourRole = role;
    }
    return JsonCursor.skip(text, start, end);
  }

  private int objectOrOther(Place place, byte[] text, int start, int end)
      throws MalformedFrameException {
    return text[start] == '{'
        ? members(place, text, start + 1, end)
        : JsonCursor.skip(text, start, end);
  }

  /** The next member or element, or the bracket that ends them. */
  private static int behindComma(byte[] text, int from, int end, char bracket)
      throws MalformedFrameException {
    int at = JsonCursor.next(text, from, end);
    if (text[at] == bracket) {
      return at;
    }
    at = JsonCursor.next(text, JsonCursor.take(text, at, end, ','), end);
    if (text[at] == bracket) {
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
