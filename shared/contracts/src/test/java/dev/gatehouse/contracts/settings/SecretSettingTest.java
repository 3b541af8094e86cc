package dev.gatehouse.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecretSettingTest {
  private static final SecretSetting GIVEN =
      new SecretSetting.Given("LLM_API_KEY", Secret.of("the-key"));

  @Test
  void theSecretOrItsName() {
    Settings settings = Settings.of(Map.of("LLM_API_KEY", "the-key", "LLM_API_KEY_SECRET", "key"));

    assertThat(SecretSetting.given(settings, "LLM_API_KEY")).contains(GIVEN);
    assertThat(SecretSetting.kept(settings, "LLM_API_KEY_SECRET"))
        .contains(new SecretSetting.Kept("LLM_API_KEY_SECRET", "key"));
  }

  @Test
  void whatIsBlankIsNotSet() {
    Settings blank = Settings.of(Map.of("LLM_API_KEY", " ", "LLM_API_KEY_SECRET", ""));

    assertThat(SecretSetting.given(blank, "LLM_API_KEY")).isEmpty();
    assertThat(SecretSetting.kept(blank, "LLM_API_KEY_SECRET")).isEmpty();
  }

  @Test
  void printsNoSecret() {
    assertThat(GIVEN.toString()).doesNotContain("the-key");
  }
}
