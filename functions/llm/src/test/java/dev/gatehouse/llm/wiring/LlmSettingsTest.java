package dev.gatehouse.llm.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.ModelProvider;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.SecretSetting.Given;
import dev.gatehouse.contracts.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LlmSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "CONVERSATIONS_TABLE", "conversations",
          "TURNS_QUEUE_URL", "http://127.0.0.1:1/000000000000/turns.fifo",
          "TURNS_DEAD_LETTERS_URL", "http://127.0.0.1:1/000000000000/dead.fifo");

  @Test
  void theLeastSettingsChooseTheStandIn() {
    LlmSettings settings = read(Map.of());

    assertThat(settings.model().provider()).isEqualTo(ModelProvider.STAND_IN);
    assertThat(settings.conversations().historyDays()).isEqualTo(30);
    assertThat(settings.directories()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ANTHROPIC_API_KEY,ANTHROPIC,claude-sonnet-4-6",
    "OPENAI_API_KEY,OPENAI,gpt-5-mini",
  })
  void aKeyChoosesItsProvider(String setting, ModelProvider provider, String model) {
    ModelSettings settings = read(Map.of(setting, "k")).model();

    assertThat(settings.provider()).isEqualTo(provider);
    assertThat(settings.model()).isEqualTo(model);
    assertThat(settings.toString()).doesNotContain("Secret.of").contains("redacted");
  }

  @Test
  void blankSettingsCountAsUnsetSinceATemplatePassesThemSo() {
    Map<String, String> blank = Map.of("LLM_PROVIDER", "", "LLM_MODEL", "", "LLM_BASE_URL", "");

    assertThat(read(blank).model().provider()).isEqualTo(ModelProvider.STAND_IN);
  }

  @Test
  void theProviderThatIsNamedWinsOverTheKeys() {
    Map<String, String> both =
        Map.of("ANTHROPIC_API_KEY", "a", "OPENAI_API_KEY", "o", "LLM_PROVIDER", "openai");

    ModelSettings settings = read(both).model();

    assertThat(settings.provider()).isEqualTo(ModelProvider.OPENAI);
    assertThat(settings.key()).contains(new Given("OPENAI_API_KEY", Secret.of("o")));
  }

  @Test
  void aKeyOfNoNamedProviderIsTheChosenOnes() {
    ModelSettings settings = read(Map.of("LLM_PROVIDER", "anthropic", "LLM_API_KEY", "k")).model();

    assertThat(settings.key()).contains(new Given("LLM_API_KEY", Secret.of("k")));
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic,'','',ANTHROPIC_API_KEY",
    "openai,'','',OPENAI_API_KEY",
    "openai,http://127.0.0.1:8000/v1,'',''",
    "openai,http://127.0.0.1:8000/v1,arn:secret,LLM_API_KEY_SECRET",
    "anthropic,'',arn:secret,LLM_API_KEY_SECRET",
    "ollama,'',arn:secret,''"
  })
  void theSettingThatWouldHoldTheKeyIsKnown(
      String provider, String baseUrl, String secret, String keySetting) {
    ModelSettings settings =
        read(Map.of(
                "LLM_PROVIDER", provider,
                "LLM_BASE_URL", baseUrl,
                "LLM_API_KEY_SECRET", secret))
            .model();

    assertThat(settings.keySetting()).isEqualTo(keySetting);
  }

  @ParameterizedTest
  @CsvSource({
    "LLM_PROVIDER,claude,LLM_PROVIDER,anthropic",
    "LLM_PROVDER,openai,LLM_PROVDER,did you mean LLM_PROVIDER?",
    "LLM_BASE_URL,http://localhost:1/v1,LLM_PROVIDER,must be set when LLM_BASE_URL is",
    "LLM_API_KEY,k,LLM_PROVIDER,must be set when LLM_API_KEY is",
    "LLM_API_KEY_SECRET,arn:secret,LLM_PROVIDER,must be set when LLM_API_KEY_SECRET is",
    "HISTORY_TTL_DAYS,forever,HISTORY_TTL_DAYS,whole number",
    "ALLOWED_DIRECTORIES,/no/such/place,ALLOWED_DIRECTORIES,/no/such/place",
    "MAX_FILE_SIZE_MB,0,MAX_FILE_SIZE_MB,from 1 to 100",
    "CONVERSATIONS_TABLE,'',CONVERSATIONS_TABLE,is not set",
    "TURNS_QUEUE_URL,'',TURNS_QUEUE_URL,is not set",
    "TURNS_DEAD_LETTERS_URL,'',TURNS_DEAD_LETTERS_URL,is not set"
  })
  void aSettingThatIsWrongIsNamed(String setting, String value, String named, String explained) {
    assertThatThrownBy(() -> read(Map.of(setting, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(named + ":")
        .hasMessageContaining(explained);
  }

  @ParameterizedTest
  @CsvSource({"ftp://host/v1,must begin with http", "localhost:11434,absolute URL"})
  void aBaseUrlMustBeOfTheWeb(String url, String explained) {
    assertThatThrownBy(() -> read(Map.of("LLM_PROVIDER", "openai", "LLM_BASE_URL", url)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("LLM_BASE_URL:")
        .hasMessageContaining(explained);
  }

  @Test
  void directoriesAreSeparatedByCommas(@TempDir Path one, @TempDir Path two) {
    assertThat(read(Map.of("ALLOWED_DIRECTORIES", one + ", " + two)).directories())
        .containsExactly(one, two);
  }

  private static LlmSettings read(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(LEAST);
    all.putAll(more);
    return LlmSettings.of(Settings.of(Part.LLM, all));
  }
}
