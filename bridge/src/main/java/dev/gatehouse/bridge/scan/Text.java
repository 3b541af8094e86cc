package dev.gatehouse.bridge.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the last string that {@link JsonBytes} took. */
final class Text {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_DIGITS = 18;

  private Text() {}

  /** The string itself. */
  static String of(JsonBytes json) throws MalformedFrameException {
    int from = json.stringStart();
    int length = json.stringEnd() - from;
    if (!json.isEscaped()) {
      return new String(json.bytes(), from, length, StandardCharsets.UTF_8);
    }
    try (JsonParser parser = JSON.createParser(json.bytes(), from - 1, length + 2)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      throw json.malformed("a wrong escape");
    }
  }

  /** The string as a snowflake, or {@link Scan#NONE} when it is none. */
  static long snowflake(JsonBytes json) throws MalformedFrameException {
    return json.isEscaped()
        ? snowflake(of(json))
        : digits(json.bytes(), json.stringStart(), json.stringEnd());
  }

  private static long snowflake(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return digits(bytes, 0, bytes.length);
  }

  private static long digits(byte[] bytes, int from, int to) {
    if (to - from > MOST_DIGITS + 1) {
      return Scan.NONE;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return Scan.NONE;
      }
      number = number * 10 + digit;
    }
    return Math.max(number, Scan.NONE);
  }
}
