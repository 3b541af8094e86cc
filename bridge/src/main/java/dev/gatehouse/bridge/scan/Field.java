package dev.gatehouse.bridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The names of fields that routing needs, told apart by their bytes. */
enum Field {
  OP,
  S,
  T,
  D,
  ID,
  BOT,
  AUTHOR,
  USER_ID,
  GUILD_ID,
  MENTIONS,
  CHANNEL_ID,
  WEBHOOK_ID,
  OTHER;

  private static final int LONGEST = 10;
  private static final Field[][] BY_LENGTH = byLength();

  private final byte[] bytes = wireName().getBytes(StandardCharsets.US_ASCII);

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field that the last string of {@code json} names. */
  static Field of(JsonBytes json) throws MalformedFrameException {
    if (json.isEscaped()) {
      byte[] name = Text.of(json).getBytes(StandardCharsets.UTF_8);
      return find(name, 0, name.length);
    }
    return find(json.bytes(), json.stringStart(), json.stringEnd());
  }

  private static Field find(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return OTHER;
    }
    for (Field field : BY_LENGTH[length]) {
      if (field.matches(bytes, from)) {
        return field;
      }
    }
    return OTHER;
  }

  private boolean matches(byte[] text, int from) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static Field[][] byLength() {
    Field[][] fields = new Field[LONGEST + 1][];
    for (int length = 0; length <= LONGEST; length++) {
      int wanted = length;
      fields[length] =
          Arrays.stream(values())
              .filter(f -> f != OTHER && f.bytes.length == wanted)
              .toArray(Field[]::new);
    }
    return fields;
  }
}
