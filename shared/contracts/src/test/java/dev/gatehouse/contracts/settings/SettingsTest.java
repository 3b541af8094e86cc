package dev.gatehouse.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void aBlankValueCountsAsAbsent() {
    Settings settings = Settings.of(Map.of("LLM_MODEL", "  "));

    assertThat(settings.text("LLM_MODEL").isEmpty()).isTrue();
    assertThat(settings.integer("LLM_MODEL", 7, 1, 9)).isEqualTo(7);
  }

  @Test
  void aMissingSettingNamesItselfAndWhatItHolds() {
    assertNames(
        "DISCORD_TOKEN",
        "the bot's token",
        () -> Settings.of(Map.of()).requiredSecret("DISCORD_TOKEN", "the bot's token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "1.5", "0", "10001", "99999999999"})
  void aNumberOutOfBoundsNamesTheBounds(String value) {
    Settings settings = Settings.of(Map.of("RATE_LIMIT_PER_MINUTE", value));

    assertNames(
        "RATE_LIMIT_PER_MINUTE",
        "from 1 to 10000",
        () -> settings.integer("RATE_LIMIT_PER_MINUTE", 60, 1, 10000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on"})
  void aFlagIsTrueOrFalse(String value) {
    Settings settings = Settings.of(Map.of("ENABLE_VOICE", value));

    assertNames("ENABLE_VOICE", "true or false", () -> settings.flag("ENABLE_VOICE", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8090", "not a url", "/api"})
  void anAddressIsAbsolute(String value) {
    Settings settings = Settings.of(Map.of("DISCORD_API_URL", value));

    assertNames("DISCORD_API_URL", "an absolute URL", () -> settings.address("DISCORD_API_URL"));
  }

  @Test
  void rightValuesAreRead() {
    Settings settings =
        Settings.of(Map.of("A", " 5 ", "B", "TRUE", "C", "wss://host/x", "D", "250", "E", "k"));

    assertThat(settings.integer("A", 0, 1, 9)).isEqualTo(5);
    assertThat(settings.flag("B", false)).isTrue();
    assertThat(settings.address("C").orElseThrow().getHost()).isEqualTo("host");
    assertThat(settings.millis("D", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)))
        .isEqualTo(Duration.ofMillis(250));
    assertThat(settings.secret("E").toString()).doesNotContain("k");
  }

  private static void assertNames(String name, String whatIsRight, ThrowingCallable call) {
    InvalidSettingException error =
        assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(call).actual();
    assertThat(error).hasMessageStartingWith(name + ": ");
    assertThat(error.getMessage()).contains(whatIsRight);
  }
}
