package dev.gatehouse.bridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The names of fields that routing needs, told apart by their length and first eight bytes. */
enum RoutingField {
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
  MENTION_ROLES,
  OTHER;

  /** The length of the names that differ from each other, or from others, behind their head. */
  private static final int LONG = 10;

  private static final int LONGEST = 13;

  private final long head;
  private final byte[] bytes;

  RoutingField() {
    bytes = name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    head = JsonCursor.head(bytes, 0, bytes.length);
  }

  /** The field of an escaped name. */
  static RoutingField of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** The field whose name lies between two positions. */
  static RoutingField of(byte[] name, int from, int to) {
    int length = to - from;
    return switch (length) {
      case 1 -> oneOf(JsonCursor.head(name, from, length), S, T, D);
      case 2 -> oneOf(JsonCursor.head(name, from, length), ID, OP, OTHER);
      case 3 -> oneOf(JsonCursor.head(name, from, length), BOT, OTHER, OTHER);
      case 6 -> oneOf(JsonCursor.head(name, from, length), AUTHOR, OTHER, OTHER);
      case 7 -> oneOf(JsonCursor.head(name, from, length), USER_ID, OTHER, OTHER);
      case 8 -> oneOf(JsonCursor.head(name, from, length), GUILD_ID, MENTIONS, OTHER);
      case LONG -> whole(name, from, length, CHANNEL_ID, WEBHOOK_ID);
      case LONGEST -> whole(name, from, length, MENTION_ROLES, OTHER);
      default -> OTHER;
    };
  }

  private static RoutingField oneOf(
      long word, RoutingField first, RoutingField second, RoutingField third) {
    if (word == first.head) {
      return first;
    }
    if (word == second.head) {
      return second;
    }
    return word == third.head ? third : OTHER;
  }

  private static RoutingField whole(
      byte[] name, int from, int length, RoutingField first, RoutingField second) {
    RoutingField field = oneOf(JsonCursor.head(name, from, length), first, second, OTHER);
    return field != OTHER && Arrays.equals(field.bytes, 0, length, name, from, from + length)
        ? field
        : OTHER;
  }
}
