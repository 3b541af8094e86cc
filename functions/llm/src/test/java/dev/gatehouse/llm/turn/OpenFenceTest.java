package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenFenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|plain",
        "```java#int x;|```java#int x;#```",
        "```java#int x;#```|```java#int x;#```",
        "````md#```java#x#```|````md#```java#x#```#````",
        "~~~#```|~~~#```#~~~",
        "```#``` js#x|```#``` js#x#```",
        "see ```x``` here|see ```x``` here"
      })
  void closes_what_is_open_and_nothing_else(String text, String closed) {
    assertThat(OpenFence.closed(text.replace('#', '\n'))).isEqualTo(closed.replace('#', '\n'));
  }
}
