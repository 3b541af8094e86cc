package dev.gatehouse.discord.signature;

import org.jspecify.annotations.Nullable;

/** Hexadecimal text of a fixed length; wrong text yields null, never an exception. */
final class Hex {
  private Hex() {}

  /** Decodes exactly {@code bytes} bytes of lower-case hex, the only form that Discord sends. */
  static byte @Nullable [] lowerCase(String text, int bytes) {
    return text.length() == 2 * bytes ? decode(text) : null;
  }

  private static byte @Nullable [] decode(String text) {
    byte[] decoded = new byte[text.length() / 2];
    for (int i = 0; i < decoded.length; i++) {
      int high = digit(text.charAt(2 * i));
      int low = digit(text.charAt(2 * i + 1));
      if (high < 0 || low < 0) {
        return null;
      }
      decoded[i] = (byte) (high << 4 | low);
    }
    return decoded;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
