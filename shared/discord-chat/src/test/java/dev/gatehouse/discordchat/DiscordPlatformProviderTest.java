package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.SettableClock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class DiscordPlatformProviderTest {
  private static final Platform DISCORD = new Platform("discord");
  private static final SecretStore NO_SECRETS = name -> Optional.empty();

  @Test
  void aTokenMakesDiscordServed() {
    ChatPlatforms served = configured(Map.of("DISCORD_TOKEN", "t"), NO_SECRETS).get();

    assertThat(served.get(DISCORD)).isInstanceOf(DiscordPlatform.class);
  }

  @Test
  void aSecretIsFetchedWhenThePlatformIsAskedFor() {
    Map<String, String> settings = Map.of("DISCORD_TOKEN", "", "DISCORD_TOKEN_SECRET", "the-token");
    SecretStore silent =
        name -> {
          throw new IllegalStateException("asked for " + name + " at the start");
        };

    configured(settings, silent);
    ChatPlatforms served =
        configured(settings, name -> Optional.of(Secret.of("value of " + name))).get();

    assertThat(served.find(DISCORD)).isPresent();
  }

  @Test
  void theTokenItselfGoesFirst() {
    Map<String, String> both = Map.of("DISCORD_TOKEN", "t", "DISCORD_TOKEN_SECRET", "gone");

    assertThat(configured(both, NO_SECRETS).get().find(DISCORD)).isPresent();
  }

  @Test
  void aSecretThatIsNotThereIsSaidWithItsSetting() {
    Supplier<ChatPlatforms> platforms =
        configured(Map.of("DISCORD_TOKEN_SECRET", "gone"), NO_SECRETS);

    assertThatThrownBy(platforms::get)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("DISCORD_TOKEN_SECRET:")
        .hasMessageContaining("does not exist");
  }

  @Test
  void withoutATokenTheSettingsThatWouldHoldItAreNamed() {
    assertThatThrownBy(() -> configured(Map.of(), NO_SECRETS))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("DISCORD_TOKEN:")
        .hasMessageContaining("DISCORD_TOKEN_SECRET");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    assertThatThrownBy(() ->
            configured(Map.of("DISCORD_TOKEN", "t", "DISCORD_API_URL", "discord"), NO_SECRETS))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("DISCORD_API_URL:");
  }

  private static Supplier<ChatPlatforms> configured(
      Map<String, String> settings, SecretStore secrets) {
    return ChatPlatforms.configured(
        new PlatformContext(Settings.of(settings), secrets, new SettableClock(), System::nanoTime));
  }
}
