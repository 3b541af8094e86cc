package dev.gatehouse.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecretSettingTest {
  private static final SecretSetting GIVEN =
      new SecretSetting.Given("DISCORD_TOKEN", Secret.of("the-token"));

  @Test
  void theSecretOrItsName() {
    assertThat(token(Map.of("DISCORD_TOKEN", "the-token"))).isEqualTo(GIVEN);
    assertThat(token(Map.of("DISCORD_TOKEN_SECRET", "bot")))
        .isEqualTo(new SecretSetting.Kept("DISCORD_TOKEN_SECRET", "bot"));
  }

  @Test
  void theSecretItselfGoesFirst() {
    assertThat(token(Map.of("DISCORD_TOKEN", "the-token", "DISCORD_TOKEN_SECRET", "bot")))
        .isEqualTo(GIVEN);
  }

  @Test
  void oneOfThemMustBeThere() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> token(Map.of("DISCORD_TOKEN", " ")))
        .withMessageContainingAll("DISCORD_TOKEN:", "DISCORD_TOKEN_SECRET");
  }

  @Test
  void printsNoSecret() {
    assertThat(GIVEN.toString()).doesNotContain("the-token");
  }

  private static SecretSetting token(Map<String, String> environment) {
    return SecretSetting.discordToken(Settings.of(environment));
  }
}
