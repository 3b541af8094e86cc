package dev.gatehouse.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnservedSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "API_KEY, s3cret, there is no API yet",
    "ENABLE_CODE_EXECUTION, true, no commands are run yet",
    "ENABLE_VOICE, true, there is no voice yet",
    "ENABLE_VOICE, yes, there is no voice yet",
    "FILE_CHANGE_DEBOUNCE_MS, 500, no files are watched yet",
    "MAX_RECORDING_DURATION_MS, 60000, there is no voice yet",
    "MAX_WATCH_DIRECTORIES, 0, no files are watched yet",
    "SILENCE_DURATION_MS, 800, there is no voice yet",
    "STOAT_API_URL, https://stoat.example/api, Discord is the only platform yet",
    "STOAT_TOKEN, s3cret, Discord is the only platform yet",
    "VOICE_ACTIVATION_THRESHOLD, 0.5, there is no voice yet"
  })
  void whatNothingReadsStopsTheStartWithTheReason(String name, String value, String reason) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> Settings.of(Part.LLM, Map.of(name, value)))
        .withMessageStartingWith(name + ": is not served by this release: " + reason)
        .withMessageContaining("remove it")
        .withMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @EnumSource
  void noPartStartsWithOne(Part part) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> Settings.of(part, Map.of("ENABLE_VOICE", "true")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENABLE_VOICE", "ENABLE_CODE_EXECUTION"})
  void whatIsSwitchedOffAsksForNothing(String name) {
    assertThatCode(() -> Settings.of(Part.BRIDGE, Map.of(name, " False ")))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsBlankIsNotSet() {
    assertThatCode(() -> Settings.of(Part.BRIDGE, Map.of("STOAT_TOKEN", " ")))
        .doesNotThrowAnyException();
  }

  @Test
  void aTypingErrorInOneIsFound() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> Settings.of(Part.BRIDGE, Map.of("ENABLE_VIOCE", "true")))
        .withMessageContaining("did you mean ENABLE_VOICE?");
  }

  @ParameterizedTest
  @EnumSource
  void aSettingIsReadOrRefused(Part part) {
    assertThat(part.reads()).isNotEmpty().doesNotContainAnyElementsOf(UnservedSettings.names());
  }

  @Test
  void aPartReadsOnlyWhatItSaysItReads() {
    Settings settings = Settings.of(Part.INTERACTIONS, Map.of("SHARDS", "2", "AWS_REGION", "r"));

    assertThat(settings.text("AWS_REGION")).contains("r");
    assertThat(settings.text("EVENTS_QUEUE_URL")).isEmpty();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> settings.text("SHARDS"))
        .withMessageStartingWith("SHARDS");
  }
}
