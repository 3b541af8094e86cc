package dev.gatehouse.bridge.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the content of JSON strings. */
final class Text {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_DIGITS = 19;

  private Text() {}

  /** The string without escapes that lies between two positions. */
  static String plain(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  /** The same with escapes; the quotes around it are there. */
  static String unescaped(byte[] text, int from, int to) throws MalformedFrameException {
    try (JsonParser parser = JSON.createParser(text, from - 1, to - from + 2)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      throw new MalformedFrameException("a wrong escape", from);
    }
  }

  /** The string as a snowflake, or {@link Scan#NONE} when it is none. */
  static long snowflake(byte[] text, int from, int to) {
    if (to - from > MOST_DIGITS) {
      return Scan.NONE;
    }
    long number = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if (!Words.areDigits(text, at)) {
        return Scan.NONE;
      }
      number = number * 100_000_000 + Words.eightDigits(text, at);
    }
    return rest(text, at, to, number);
  }

  /** A number that would not fit has its top bit set, and is no snowflake either. */
  private static long rest(byte[] text, int from, int to, long number) {
    long value = number;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return Scan.NONE;
      }
      value = value * 10 + digit;
    }
    return Math.max(value, Scan.NONE);
  }
}
