package dev.gatehouse.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class MessageSplitterFuzzTest {
  private static final int LEAST_LIMIT = 16;

  /** The first byte is the limit above the least, the rest the text. */
  @FuzzTest
  void anyTextFitsIntoMessagesOrBecomesAFile(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int limit = LEAST_LIMIT + (input[0] & 0xff);
    String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);

    switch (new MessageSplitter(limit, 10, "answer.md").split(text)) {
      case Split.Parts(List<String> parts) -> {
        assertThat(parts).hasSizeLessThanOrEqualTo(10).allSatisfy(part -> isWhole(part, limit));
        assertThat(parts).noneMatch(String::isBlank);
        assertThat(parts.isEmpty()).isEqualTo(text.isBlank());
      }
      case Split.AsFile file -> {
        isWhole(file.preview(), limit);
        assertThat(file.content()).isEqualTo(text);
      }
    }
  }

  private static void isWhole(String part, int limit) {
    assertThat(part).hasSizeLessThanOrEqualTo(limit);
    assertThat(new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .as("no character is cut")
        .isEqualTo(part);
  }
}
