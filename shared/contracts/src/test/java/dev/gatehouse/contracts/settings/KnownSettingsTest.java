package dev.gatehouse.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {
  private final KnownSettings known =
      new KnownSettings(List.of("DISCORD_TOKEN", "DISCORD_INTENTS", "SHARDS"));

  @Test
  void aMisspeltSettingStopsTheStartWithAHint() {
    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> known.check(set("PATH", "DISCORD_TOKNE")))
            .actual();

    assertThat(error).hasMessageStartingWith("DISCORD_TOKNE: ");
    assertThat(error.getMessage()).contains("did you mean DISCORD_TOKEN?");
  }

  @Test
  void anUnknownSettingFarFromAllOthersGetsNoHint() {
    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> known.check(set("DISCORD_FAVOURITE_COLOUR")))
            .actual();

    assertThat(error.getMessage())
        .isEqualTo("DISCORD_FAVOURITE_COLOUR: is not a setting of Gatehouse");
  }

  @Test
  void aPartLeavesTheSettingsOfAnotherAlone() {
    assertThatCode(() ->
            KnownSettings.ofEveryPart()
                .check(set("LLM_API_KEY", "BRIDGE_SPOOL_MIB", "DISCORD_PUBLIC_KEY")))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsNotOursIsLeftAlone() {
    assertThatCode(() -> known.check(set("HOME", "AWS_REGION", "SHARDS", "LANG")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "STATE_TABEL, STATE_TABLE",
    "STAT_TABLE, STATE_TABLE",
    "STATETABLE, STATE_TABLE",
    "OPENAI_API_KYE, OPENAI_API_KEY",
    "OPEN_AI_API_KEY, OPENAI_API_KEY",
    "ANTROPIC_API_KEY, ANTHROPIC_API_KEY",
    "DISCROD_TOKEN, DISCORD_TOKEN",
    "LMM_PROVIDER, LLM_PROVIDER",
    "RATE_LIMIT_PER_MINUT, RATE_LIMIT_PER_MINUTE",
    "ALOWED_DIRECTORIES, ALLOWED_DIRECTORIES",
    "CLAIM_BUCKET, CLAIMS_BUCKET"
  })
  void aTypingErrorStopsTheStartWhereverItIs(String typed, String meant) {
    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> KnownSettings.ofEveryPart().check(set(typed)))
            .actual();

    assertThat(error.getMessage())
        .isEqualTo(typed + ": is not a setting of Gatehouse; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATE_TABLE",
        "OPENAI_API_KEY",
        "OPENAI_API_BASE",
        "OPENAI_API_KEY_2",
        "OPENAI_ORG_ID",
        "OPENAI_BASE_URL",
        "GEMINI_API_KEY",
        "XAI_API_KEY",
        "ANTHROPIC_BASE_URL",
        "API_KEYS",
        "APP_KEY",
        "SSH_PORT",
        "SQL_PORT",
        "DYNAMODB_HOST",
        "SLACK_TOKEN",
        "GITHUB_TOKEN",
        "AWS_REGION",
        "AWS_ENDPOINT_URL_SQS",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT",
        "HTTP_PROXY",
        "NO_PROXY",
        "JAVA_HOME",
        "JAVA_TOOL_OPTIONS",
        "MAVEN_OPTS",
        "XDG_SESSION_ID",
        "_HANDLER",
        "PWD"
      })
  void whatIsOursOrAnothersIsLeftAlone(String name) {
    assertThatCode(() -> KnownSettings.ofEveryPart().check(set(name))).doesNotThrowAnyException();
  }

  @Test
  void aPartMayKnowMore() {
    KnownSettings more = known.and(List.of("DISCORD_APPLICATION_ID", "SHARDS"));

    assertThatCode(() -> more.check(set("DISCORD_APPLICATION_ID", "DISCORD_TOKEN")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> known.check(set("DISCORD_APPLICATION_ID")))
        .isInstanceOf(InvalidSettingException.class);
  }

  private static Map<String, String> set(String... names) {
    return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> "x"));
  }
}
