package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.SecretSetting;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiscordSettingsTest {
  @Test
  void discordItselfUnlessSaidOtherwise() {
    SecretSetting token = new SecretSetting.Given("DISCORD_TOKEN", Secret.of("t"));

    assertThat(of(Map.of("DISCORD_TOKEN", "t")))
        .isEqualTo(new DiscordSettings(URI.create("https://discord.com/api/v10"), token));
    assertThat(of(Map.of("DISCORD_TOKEN", "t", "DISCORD_API_URL", "http://127.0.0.1:8090/api/v10")))
        .isEqualTo(new DiscordSettings(URI.create("http://127.0.0.1:8090/api/v10"), token));
  }

  @Test
  void aTokenIsNeeded() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> of(Map.of()))
        .withMessageStartingWith("DISCORD_TOKEN: is not set");
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    DiscordSettings settings = of(Map.of("DISCORD_TOKEN_SECRET", "bot"));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> settings.connect(name -> Optional.empty()))
        .withMessageStartingWith("DISCORD_TOKEN_SECRET: names a secret that does not exist");
  }

  private static DiscordSettings of(Map<String, String> environment) {
    return DiscordSettings.of(Settings.of(environment));
  }
}
