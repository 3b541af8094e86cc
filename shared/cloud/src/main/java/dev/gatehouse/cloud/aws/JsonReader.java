package dev.gatehouse.cloud.aws;

import java.nio.charset.StandardCharsets;

/**
 * Steps through the JSON documents that services answer with. Throws {@link
 * IllegalArgumentException} on what is no JSON.
 */
public final class JsonReader {
  private static final int DEEPEST = 128;

  private final byte[] bytes;
  private final int end;
  private int at;

  /** Reads a part of an array. */
  public JsonReader(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.at = offset;
    this.end = offset + length;
  }

  /** Enters an object or an array. */
  public void enter(char bracket) {
    if (next() != bracket) {
      throw malformed("expected " + bracket);
    }
    at++;
  }

  /** Whether another member follows before the closing bracket; moves behind what separates. */
  public boolean hasMore(char closing) {
    byte b = next();
    if (b == ',') {
      at++;
      b = next();
    }
    if (b == closing) {
      at++;
      return false;
    }
    return true;
  }

  /** The name of the next member; moves behind the colon. */
  public String name() {
    String name = string();
    if (next() != ':') {
      throw malformed("expected :");
    }
    at++;
    return name;
  }

  /** Whether the next value is a string. */
  public boolean isString() {
    return next() == '"';
  }

  /** The next value, which must be a string. */
  public String string() {
    if (next() != '"') {
      throw malformed("expected a string");
    }
    int start = ++at;
    boolean escaped = false;
    while (current() != '"') {
      if (bytes[at] == '\\') {
        escaped = true;
        at++;
      }
      at++;
    }
    String raw = new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    return escaped ? unescaped(raw) : raw;
  }

  /** True for the literal {@code true}; any other value is skipped. */
  public boolean isTrue() {
    boolean holds = next() == 't';
    skip();
    return holds;
  }

  /** Moves behind the next value, whatever it is. */
  public void skip() {
    skip(0);
  }

  private void skip(int depth) {
    if (depth > DEEPEST) {
      throw malformed("nested too deeply");
    }
    switch (next()) {
      case '"' -> string();
      case '{' -> skipObject(depth);
      case '[' -> skipArray(depth);
      default -> skipLiteral();
    }
  }

  private void skipObject(int depth) {
    enter('{');
    while (hasMore('}')) {
      name();
      skip(depth + 1);
    }
  }

  private void skipArray(int depth) {
    enter('[');
    while (hasMore(']')) {
      skip(depth + 1);
    }
  }

  private void skipLiteral() {
    int start = at;
    while (at < end && isLiteral(bytes[at])) {
      at++;
    }
    if (at == start) {
      throw malformed("expected a value");
    }
  }

  private static boolean isLiteral(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }

  private String unescaped(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (raw.charAt(++i) == 'u') {
        text.append(hex(raw, i + 1));
        i += 4;
      } else {
        text.append(single(raw.charAt(i)));
      }
    }
    return text.toString();
  }

  private char hex(String raw, int start) {
    if (start + 4 > raw.length()) {
      throw malformed("a cut escape");
    }
    return (char) Integer.parseInt(raw, start, start + 4, 16);
  }

  private static char single(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> letter;
    };
  }

  private byte next() {
    while (current() == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
    return bytes[at];
  }

  private byte current() {
    if (at >= end) {
      throw malformed("ends too early");
    }
    return bytes[at];
  }

  private static IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException("malformed JSON: " + why);
  }
}
