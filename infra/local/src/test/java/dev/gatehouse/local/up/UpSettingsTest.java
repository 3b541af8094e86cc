package dev.gatehouse.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.local.Repository;
import dev.gatehouse.local.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpSettingsTest {
  private Template template;

  @BeforeEach
  void read() throws IOException {
    template = Template.read(Repository.file("template.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EVENTS_QUEUE_URL",
        "TURNS_QUEUE_URL",
        "COMMANDS_QUEUE_URL",
        "STATE_TABLE",
        "SHARDS",
        "DISCORD_TOKEN",
        "DISCORD_APPLICATION_ID",
        "BRIDGE_SENDERS",
        "LLM_API_KEY_SECRET",
        "MAX_CONCURRENT_TURNS",
        "GATEHOUSE_JAVA_HOME",
        "HOME"
      })
  void whatAnotherPartReadsMayBeSet(String name) {
    assertThatCode(() -> new UpSettings(Map.of(name, "x")).check(template))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "EVENTS_QUEUE_ULR, EVENTS_QUEUE_URL",
    "BRIDGE_SENDER, BRIDGE_SENDERS",
    "OPENAI_API_KYE, OPENAI_API_KEY",
    "MAX_CONCURENT_TURNS, MAX_CONCURRENT_TURNS",
    "DYNAMODB_PRT, DYNAMODB_PORT"
  })
  void aTypingErrorIsNamedWithWhatWasMeant(String typed, String meant) {
    UpSettings settings = new UpSettings(Map.of(typed, "x"));

    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> settings.check(template))
            .actual();

    assertThat(error).hasMessageStartingWith(typed + ": ");
    assertThat(error.getMessage()).endsWith("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"STOAT_TOKEN, t", "ENABLE_VOICE, true", "API_KEY, k"})
  void whatIsNotThereYetIsRefused(String name, String value) {
    UpSettings settings = new UpSettings(Map.of(name, value));

    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> settings.check(template))
            .actual();

    assertThat(error).hasMessageStartingWith(name + ": ");
    assertThat(error.getMessage()).contains("is not served by this release");
  }

  @Test
  void theKeyOfTheChosenProviderReachesTheFunctions() {
    UpSettings settings = new UpSettings(Map.of("LLM_PROVIDER", "openai", "LLM_API_KEY", "k"));

    assertThat(settings.forFunctions()).isEqualTo(Map.of("LLM_API_KEY", "k"));
    assertThat(settings.parameters(template)).isEqualTo(Map.of("LlmProvider", "openai"));
    assertThat(settings.degraded()).isEmpty();
  }

  @Test
  void aKeyOfNobodyIsRefused() {
    UpSettings settings = new UpSettings(Map.of("LLM_API_KEY", "k"));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(settings::degraded)
        .withMessageStartingWith("LLM_PROVIDER: ");
  }

  @ParameterizedTest
  @CsvSource({
    "LLM_PROVIDER, stand-in, no model configured: the labelled stand-in answers",
    "LLM_PROVIDER, anthropic, anthropic has no key",
    "LLM_PROVIDER, openai, openai has no key",
    "LOCAL_MODEL_PATH, /models/a.gguf, LOCAL_MODEL_PATH is set and not read"
  })
  void whatIsDegradedIsSaid(String name, String value, String said) {
    List<String> degraded = new UpSettings(Map.of(name, value)).degraded();

    assertThat(degraded.getLast().startsWith(said)).as(degraded::toString).isTrue();
  }
}
