package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscordRestConfigTest {
  private final DiscordRestConfig config = DiscordRestConfig.of(Secret.of("bot-token"));

  @Test
  void leadsToDiscordUnlessToldOtherwise() {
    assertEquals(URI.create("https://discord.com/api/v10"), config.baseUrl());
  }

  @Test
  void takesAnAddressWithASlashAtItsEnd() {
    URI given = URI.create("http://127.0.0.1:8090/api/v10/");
    assertEquals(URI.create("http://127.0.0.1:8090/api/v10"), config.withBaseUrl(given).baseUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"discord.com/api/v10", "ftp://discord.com", "/api/v10"})
  void namesTheSettingWhenTheAddressIsNone(String address) {
    URI given = URI.create(address);
    var refusal = assertThrows(IllegalArgumentException.class, () -> config.withBaseUrl(given));
    assertTrue(refusal.getMessage().startsWith("DISCORD_API_URL"), refusal.getMessage());
  }

  @Test
  void doesNotPrintTheToken() {
    assertFalse(config.toString().contains("bot-token"), config.toString());
  }
}
