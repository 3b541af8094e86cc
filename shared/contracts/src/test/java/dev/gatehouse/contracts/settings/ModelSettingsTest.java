package dev.gatehouse.contracts.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANTHROPIC_API_KEY=k",
        "OPENAI_API_KEY=k",
        "LLM_PROVIDER=ollama",
        "LLM_PROVIDER=anthropic ANTHROPIC_API_KEY=k",
        "LLM_PROVIDER=anthropic LLM_API_KEY=k",
        "LLM_PROVIDER=openai LLM_API_KEY_SECRET=arn:secret",
        "LLM_PROVIDER=openai LLM_BASE_URL=http://127.0.0.1:8000/v1"
      })
  void aModelThatCanAnswerHasNoShortcoming(String environment) {
    assertEquals(List.of(), read(environment).shortcomings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LLM_PROVIDER=stand-in", "LLM_PROVIDER=Stand-In OPENAI_API_KEY=k"})
  void theStandInIsNoModel(String environment) {
    assertEquals(List.of(new ModelShortcoming.NoModel()), read(environment).shortcomings());
  }

  @ParameterizedTest
  @CsvSource({
    "LLM_PROVIDER=anthropic, ANTHROPIC, ANTHROPIC_API_KEY",
    "LLM_PROVIDER=anthropic OPENAI_API_KEY=k, ANTHROPIC, ANTHROPIC_API_KEY",
    "LLM_PROVIDER=anthropic LLM_BASE_URL=http://localhost:1, ANTHROPIC, ANTHROPIC_API_KEY",
    "LLM_PROVIDER=openai, OPENAI, OPENAI_API_KEY"
  })
  void aProviderThatAsksForAKeyNeedsOne(
      String environment, ModelProvider provider, String setting) {
    ModelSettings settings = read(environment);

    assertTrue(settings.lacksKey());
    assertEquals(List.of(new ModelShortcoming.NoKey(provider, setting)), settings.shortcomings());
    assertEquals("set " + setting, settings.shortcomings().getFirst().remedy());
  }

  @Test
  void aFileOfAModelIsNotReadAndThatIsSaid() {
    ModelSettings settings = read("LOCAL_MODEL_PATH=/models/a.gguf LLM_PROVIDER=ollama");

    assertFalse(settings.lacksKey());
    String said = settings.shortcomings().getFirst().what();
    assertTrue(said.startsWith("LOCAL_MODEL_PATH is set and not read"), said);
  }

  @Test
  void anUnknownProviderIsRefusedWithTheNamesThatThereAre() {
    InvalidSettingException error =
        assertThrows(InvalidSettingException.class, () -> read("LLM_PROVIDER=oracle"));

    assertEquals("LLM_PROVIDER", error.name());
    assertTrue(
        error.getMessage().contains("anthropic, openai, ollama, stand-in"), error.getMessage());
  }

  private static ModelSettings read(String environment) {
    Map<String, String> variables =
        Arrays.stream(environment.split(" "))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return ModelSettings.of(Settings.of(variables));
  }
}
