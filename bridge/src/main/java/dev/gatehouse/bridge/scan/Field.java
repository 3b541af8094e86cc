package dev.gatehouse.bridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The names of fields that routing needs, told apart by their length and first eight bytes. */
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

  private final long head;
  private final byte[] bytes;

  Field() {
    bytes = name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    head = Words.head(bytes, 0, bytes.length);
  }

  /** The field of an escaped name. */
  static Field of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** The field whose name lies between two positions. */
  static Field of(byte[] name, int from, int to) {
    return find(name, from, to - from);
  }

  private static Field find(byte[] name, int from, int length) {
    return switch (length) {
      case 1 -> oneOf(Words.head(name, from, length), S, T, D);
      case 2 -> oneOf(Words.head(name, from, length), ID, OP, OTHER);
      case 3 -> oneOf(Words.head(name, from, length), BOT, OTHER, OTHER);
      case 6 -> oneOf(Words.head(name, from, length), AUTHOR, OTHER, OTHER);
      case 7 -> oneOf(Words.head(name, from, length), USER_ID, OTHER, OTHER);
      case 8 -> oneOf(Words.head(name, from, length), GUILD_ID, MENTIONS, OTHER);
      case LONGEST -> longest(name, from);
      default -> OTHER;
    };
  }

  private static Field oneOf(long word, Field first, Field second, Field third) {
    if (word == first.head) {
      return first;
    }
    if (word == second.head) {
      return second;
    }
    return word == third.head ? third : OTHER;
  }

  private static Field longest(byte[] name, int from) {
    Field field = oneOf(Words.head(name, from, LONGEST), CHANNEL_ID, WEBHOOK_ID, OTHER);
    return field != OTHER && name[from + 8] == field.bytes[8] && name[from + 9] == field.bytes[9]
        ? field
        : OTHER;
  }
}
