package dev.gatehouse.cloud.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.SecretSetting;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretStoreTest {
  private static final Secret TOKEN = Secret.of("token");
  private static final SecretStore STORE =
      name -> Optional.of(TOKEN).filter(secret -> name.equals("bot"));

  @Test
  void whatIsGivenIsNotLookedUp() {
    SecretStore closed =
        name -> {
          throw new AssertionError("looked up " + name);
        };

    assertThat(closed.resolve(new SecretSetting.Given("DISCORD_TOKEN", TOKEN))).isEqualTo(TOKEN);
  }

  @Test
  void whatIsKeptIsLookedUp() {
    assertThat(STORE.resolve(new SecretSetting.Kept("DISCORD_TOKEN_SECRET", "bot")))
        .isEqualTo(TOKEN);
  }

  @Test
  void aSecretThatDoesNotExistIsNamedWithItsSetting() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> STORE.resolve(new SecretSetting.Kept("DISCORD_TOKEN_SECRET", "bto")))
        .withMessageStartingWith("DISCORD_TOKEN_SECRET: names a secret that does not exist");
  }
}
