package dev.gatehouse.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    assertThat(read(environment).shortcomings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LLM_PROVIDER=stand-in", "LLM_PROVIDER=Stand-In OPENAI_API_KEY=k"})
  void theStandInIsNoModel(String environment) {
    assertThat(read(environment).shortcomings()).isEqualTo(List.of(new ModelShortcoming.NoModel()));
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

    assertThat(settings.lacksKey()).isTrue();
    assertThat(settings.shortcomings())
        .isEqualTo(List.of(new ModelShortcoming.NoKey(provider, setting)));
    assertThat(settings.shortcomings().getFirst().remedy()).isEqualTo("set " + setting);
  }

  @Test
  void aFileOfAModelIsNotReadAndThatIsSaid() {
    ModelSettings settings = read("LOCAL_MODEL_PATH=/models/a.gguf LLM_PROVIDER=ollama");

    assertThat(settings.lacksKey()).isFalse();
    String said = settings.shortcomings().getFirst().what();
    assertThat(said).startsWith("LOCAL_MODEL_PATH is set and not read");
  }

  @Test
  void anUnknownProviderIsRefusedWithTheNamesThatThereAre() {
    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> read("LLM_PROVIDER=oracle"))
            .actual();

    assertThat(error).hasMessageStartingWith("LLM_PROVIDER: ");
    assertThat(error.getMessage()).contains("anthropic, openai, ollama, stand-in");
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
