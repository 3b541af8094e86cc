package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider is chosen and its key forgotten: whoever asks is told which setting is missing. */
final class MissingKeyTest {
  @ParameterizedTest
  @CsvSource({"openai, OPENAI_API_KEY", "anthropic, ANTHROPIC_API_KEY"})
  void theUserIsToldWhichKeyToSet(String provider, String key) throws Exception {
    try (Stack stack = Stack.start(Map.of("LLM_PROVIDER", provider))) {
      String channel = stack.conversation();

      String reply = stack.ask(channel, stack.mention() + " what is a claim check?");

      assertThat(reply).contains("No key for " + provider + " is configured");
      assertThat(reply).contains("can set " + key);
      assertThat(stack.terminal().contains(key)).as(stack::terminal).isTrue();
      String status = stack.ask(channel, "!status");
      assertThat(status).contains(key);
    }
  }
}
