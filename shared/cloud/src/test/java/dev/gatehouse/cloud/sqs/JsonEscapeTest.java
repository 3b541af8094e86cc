package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonEscapeTest {
  private static final int LONGEST_TEXT = 300;
  private static final String TRICKY = "\"\\\n\r\t\0\u001f !#[]\u007f\u00e9\u20aca";

  @Test
  void eachByteIsEscapedWhereverItStands() {
    for (int b = 0; b < 256; b++) {
      for (int position = 0; position < 200; position++) {
        byte[] text = new byte[200];
        Arrays.fill(text, (byte) 'a');
        text[position] = (byte) b;
        assertEscaped(text);
      }
    }
  }

  @Test
  void anyMixtureIsEscaped() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(LONGEST_TEXT); length > 0; length--) {
        text.append(TRICKY.charAt(random.nextInt(TRICKY.length())));
      }
      assertEscaped(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void onlyTheNamedPartIsTaken() {
    byte[] text = "\"\"ab\"cd\"\"".getBytes(StandardCharsets.US_ASCII);
    byte[] target = new byte[100];
    target[0] = 'x';

    assertThat(JsonEscape.escape(text, 2, 5, target, 1)).isEqualTo(7);
    assertThat(new String(target, 0, 7, StandardCharsets.US_ASCII)).isEqualTo("xab\\\"cd");
  }

  private static void assertEscaped(byte[] text) {
    byte[] target = new byte[JsonEscape.LONGEST * text.length];
    int length = JsonEscape.escape(text, 0, text.length, target, 0);

    assertThat(Arrays.copyOf(target, length)).isEqualTo(expected(text));
  }

  /** Byte by byte, as RFC 8259 says it; Latin-1 keeps each byte one character. */
  private static byte[] expected(byte[] text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : new String(text, StandardCharsets.ISO_8859_1).toCharArray()) {
      escaped.append(
          switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
          });
    }
    return escaped.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
