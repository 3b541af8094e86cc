package dev.gatehouse.bridge.scan;

/**
 * Scans gateway frames: {@code op}, {@code s} and {@code t}, where {@code d} lies, and of {@code d}
 * the ids that route it. Keys may come in any order; of a repeated key the last one counts. Not
 * safe for use by several threads.
 */
public final class FrameScanner {
  private final JsonBytes json = new JsonBytes();
  private final EventNames names = new EventNames();
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
    json.over(bytes, from, to);
    envelope();
    if (!json.isDone()) {
      throw json.malformed("more than one object");
    }
    return scan;
  }

  private void envelope() throws MalformedFrameException {
    json.take('{');
    for (boolean more = !json.takeIf('}'); more; more = next('}')) {
      switch (key()) {
        case OP -> scan.opcode = (int) number(Scan.NO_OPCODE);
        case S -> scan.sequence = number(Scan.NONE);
        case T -> scan.event = eventName();
        case D -> data();
        case ID, BOT, AUTHOR, USER_ID, GUILD_ID, MENTIONS, CHANNEL_ID, WEBHOOK_ID, OTHER ->
            json.skipValue();
      }
    }
  }

  private void data() throws MalformedFrameException {
    scan.clearData();
    byte first = json.peek();
    scan.dataStart = json.position();
    if (first == '{') {
      dataFields();
    } else {
      json.skipValue();
    }
    scan.dataEnd = json.position();
  }

  private void dataFields() throws MalformedFrameException {
    json.take('{');
    for (boolean more = !json.takeIf('}'); more; more = next('}')) {
      switch (key()) {
        case ID -> scan.id = snowflake();
        case GUILD_ID -> scan.guildId = snowflake();
        case CHANNEL_ID -> scan.channelId = snowflake();
        case USER_ID -> scan.userId = snowflake();
        case WEBHOOK_ID -> scan.webhook = snowflake() != Scan.NONE;
        case AUTHOR -> author();
        case MENTIONS -> mentions();
        case OP, S, T, D, BOT, OTHER -> json.skipValue();
      }
    }
  }

  private void author() throws MalformedFrameException {
    scan.clearAuthor();
    if (json.peek() != '{') {
      json.skipValue();
      return;
    }
    json.take('{');
    for (boolean more = !json.takeIf('}'); more; more = next('}')) {
      switch (key()) {
        case ID -> scan.authorId = snowflake();
        case BOT -> scan.authorIsBot = isTrue();
        case OP, S, T, D, AUTHOR, USER_ID, GUILD_ID, MENTIONS, CHANNEL_ID, WEBHOOK_ID, OTHER ->
            json.skipValue();
      }
    }
  }

  private void mentions() throws MalformedFrameException {
    scan.mentionsUs = false;
    if (json.peek() != '[') {
      json.skipValue();
      return;
    }
    json.take('[');
    for (boolean more = !json.takeIf(']'); more; more = next(']')) {
      scan.mentionsUs |= mentioned() == ourId && ourId != Scan.NONE;
    }
  }

  private long mentioned() throws MalformedFrameException {
    if (json.peek() != '{') {
      json.skipValue();
      return Scan.NONE;
    }
    long id = Scan.NONE;
    json.take('{');
    for (boolean more = !json.takeIf('}'); more; more = next('}')) {
      if (key() == Field.ID) {
        id = snowflake();
      } else {
        json.skipValue();
      }
    }
    return id;
  }

  private Field key() throws MalformedFrameException {
    json.string();
    Field field = Field.of(json);
    json.take(':');
    return field;
  }

  /** Takes a comma, or the bracket that ends the container. */
  private boolean next(char closing) throws MalformedFrameException {
    if (json.takeIf(closing)) {
      return false;
    }
    json.take(',');
    return true;
  }

  private long snowflake() throws MalformedFrameException {
    if (json.peek() != '"') {
      json.skipValue();
      return Scan.NONE;
    }
    json.string();
    return Text.snowflake(json);
  }

  private EventName eventName() throws MalformedFrameException {
    if (json.peek() != '"') {
      json.skipValue();
      return EventName.NONE;
    }
    json.string();
    return names.of(json);
  }

  private boolean isTrue() throws MalformedFrameException {
    boolean value = json.peek() == 't';
    json.skipValue();
    return value;
  }

  /** A whole number that is not negative; anything else gives the fallback. */
  private long number(long fallback) throws MalformedFrameException {
    json.peek();
    int from = json.position();
    json.skipValue();
    long number = 0;
    for (int i = from; i < json.position(); i++) {
      int digit = json.bytes()[i] - '0';
      if (digit < 0 || digit > 9) {
        return fallback;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
