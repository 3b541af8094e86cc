package dev.gatehouse.local.up;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertDoesNotThrow(() -> new UpSettings(Map.of(name, "x")).check(template));
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
        assertThrows(InvalidSettingException.class, () -> settings.check(template));

    assertEquals(typed, error.name());
    assertTrue(error.getMessage().endsWith("did you mean " + meant + "?"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"STOAT_TOKEN, t", "ENABLE_VOICE, true", "API_KEY, k"})
  void whatIsNotThereYetIsRefused(String name, String value) {
    UpSettings settings = new UpSettings(Map.of(name, value));

    InvalidSettingException error =
        assertThrows(InvalidSettingException.class, () -> settings.check(template));

    assertEquals(name, error.name());
    assertTrue(error.getMessage().contains("is not served by this release"), error.getMessage());
  }

  @Test
  void theKeyOfTheChosenProviderReachesTheFunctions() {
    UpSettings settings = new UpSettings(Map.of("LLM_PROVIDER", "openai", "LLM_API_KEY", "k"));

    assertEquals(Map.of("LLM_API_KEY", "k"), settings.forFunctions());
    assertEquals(Map.of("LlmProvider", "openai"), settings.parameters(template));
    assertEquals(List.of(), settings.degraded());
  }

  @Test
  void aKeyOfNobodyIsRefused() {
    UpSettings settings = new UpSettings(Map.of("LLM_API_KEY", "k"));

    assertEquals(
        "LLM_PROVIDER", assertThrows(InvalidSettingException.class, settings::degraded).name());
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

    assertTrue(degraded.getLast().startsWith(said), degraded::toString);
  }
}
