package dev.gatehouse.conversation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.conversation.command.Configured;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelSettingsTest {
  @Test
  void withoutAProviderTheStandInAnswersAndThatIsSaid() {
    Configured configured = read(Map.of(), true);

    assertThat(configured.model().standIn()).isTrue();
    assertThat(configured.degraded()).singleElement().asString().contains("`LLM_PROVIDER`");
  }

  @Test
  void aStandInThatIsChosenIsOne() {
    assertThat(read(Map.of("LLM_PROVIDER", "stand-in"), true).model().standIn()).isTrue();
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
  void withoutAClaimStoreWhatIsLostIsSaid() {
    assertThat(read(Map.of("LLM_PROVIDER", "ollama"), false).degraded())
        .singleElement()
        .asString()
        .contains("`CLAIMS_BUCKET`");
  }

  private static String describe(Map<String, String> environment) {
    return read(environment, true).model().description();
  }

  private static Configured read(Map<String, String> environment, boolean hasClaims) {
    return ModelSettings.read(Settings.of(environment), 30, hasClaims);
  }
}
