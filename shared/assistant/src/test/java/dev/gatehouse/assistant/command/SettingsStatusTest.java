package dev.gatehouse.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsStatusTest {
  @Test
  void withoutAProviderTheStandInAnswersAndThatIsSaid() {
    SettingsStatus status = read(Map.of(), true);

    assertThat(status.model()).startsWith("stand-in");
    assertThat(status.degraded()).singleElement().asString().contains("`LLM_PROVIDER`");
  }

  @Test
  void aStandInThatIsChosenIsOne() {
    assertThat(describe(Map.of("LLM_PROVIDER", "stand-in"))).startsWith("stand-in");
  }

  @Test
  void theProviderIsTheNamedOneOrTheOneWithAKey() {
    assertThat(describe(Map.of("LLM_PROVIDER", "ollama", "LLM_MODEL", "qwen")))
        .isEqualTo("ollama, qwen");
    assertThat(describe(Map.of("ANTHROPIC_API_KEY", "secret")))
        .isEqualTo("anthropic, its default model");
    assertThat(describe(Map.of("OPENAI_API_KEY", "secret"))).isEqualTo("openai, its default model");
  }

  @Test
  void aProviderWithoutItsKeyIsNotSaidToAnswer() {
    SettingsStatus status = read(Map.of("LLM_PROVIDER", "anthropic"), true);

    assertThat(status.model()).isEqualTo("none, as anthropic has no key");
    assertThat(status.degraded())
        .containsExactly(
            "anthropic has no key: every question ends in an error; set `ANTHROPIC_API_KEY`");
  }

  @Test
  void aKeyInASecretIsOne() {
    Map<String, String> kept =
        Map.of("LLM_PROVIDER", "openai", "LLM_API_KEY_SECRET", "arn:of-a-secret");

    assertThat(read(kept, true).degraded()).isEmpty();
    assertThat(describe(kept)).isEqualTo("openai, its default model");
  }

  @Test
  void aFileOfAModelIsNotReadAndThatIsSaid() {
    Map<String, String> local = Map.of("LLM_PROVIDER", "ollama", "LOCAL_MODEL_PATH", "/a.gguf");

    assertThat(read(local, true).degraded())
        .singleElement()
        .asString()
        .startsWith("`LOCAL_MODEL_PATH` is set and not read")
        .contains("`LLM_PROVIDER=ollama`");
  }

  @Test
  void aProviderThatThereIsNotStopsTheStart() {
    assertThatThrownBy(() -> read(Map.of("LLM_PROVIDER", "oracle"), true))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("LLM_PROVIDER:");
  }

  @Test
  void withoutAClaimStoreWhatIsLostIsSaid() {
    assertThat(read(Map.of("LLM_PROVIDER", "ollama"), false).degraded())
        .singleElement()
        .asString()
        .contains("`CLAIMS_BUCKET`");
  }

  private static String describe(Map<String, String> environment) {
    return read(environment, true).model();
  }

  private static SettingsStatus read(Map<String, String> environment, boolean hasClaims) {
    return SettingsStatus.of(Settings.of(environment), 30, hasClaims);
  }
}
