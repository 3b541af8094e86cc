package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscordRestConfigTest {
  private final DiscordRestConfig config = DiscordRestConfig.of(Secret.of("bot-token"));

  @Test
  void leadsToDiscordUnlessToldOtherwise() {
    assertThat(config.baseUrl()).isEqualTo(URI.create("https://discord.com/api/v10"));
  }

  @Test
  void takesAnAddressWithASlashAtItsEnd() {
    URI given = URI.create("http://127.0.0.1:8090/api/v10/");
    assertThat(config.withBaseUrl(given).baseUrl())
        .isEqualTo(URI.create("http://127.0.0.1:8090/api/v10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"discord.com/api/v10", "ftp://discord.com", "/api/v10"})
  void namesTheSettingWhenTheAddressIsNone(String address) {
    URI given = URI.create(address);
    var refusal =
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> config.withBaseUrl(given))
            .actual();
    assertThat(refusal.getMessage()).startsWith("DISCORD_API_URL");
  }

  @Test
  void saysWhoCallsAsTheBotsOwnerSetsIt() {
    String own = "DiscordBot (https://bot.example, 1.0)";
    assertThat(config.withUserAgent(own).userAgent()).isEqualTo(own);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> config.withUserAgent("curl/8"))
        .withMessageStartingWith("userAgent");
  }

  @Test
  void doesNotPrintTheToken() {
    assertThat(config.toString()).doesNotContain("bot-token");
  }
}
