package dev.gatehouse.contracts.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {
  private final KnownSettings known =
      new KnownSettings(List.of("DISCORD_TOKEN", "DISCORD_INTENTS", "SHARDS"));

  @Test
  void aMisspeltSettingStopsTheStartWithAHint() {
    InvalidSettingException error =
        assertThrows(
            InvalidSettingException.class, () -> known.check(List.of("PATH", "DISCORD_TOKNE")));

    assertEquals("DISCORD_TOKNE", error.name());
    assertTrue(error.getMessage().contains("did you mean DISCORD_TOKEN?"), error.getMessage());
  }

  @Test
  void anUnknownSettingFarFromAllOthersGetsNoHint() {
    InvalidSettingException error =
        assertThrows(
            InvalidSettingException.class, () -> known.check(List.of("DISCORD_FAVOURITE_COLOUR")));

    assertEquals("DISCORD_FAVOURITE_COLOUR: is not a setting of Gatehouse", error.getMessage());
  }

  @Test
  void aPartLeavesTheSettingsOfAnotherAlone() {
    assertDoesNotThrow(() ->
        KnownSettings.ofEveryPart()
            .check(List.of("LLM_API_KEY", "BRIDGE_SPOOL_MIB", "DISCORD_PUBLIC_KEY")));
  }

  @Test
  void whatIsNotOursIsLeftAlone() {
    assertDoesNotThrow(() -> known.check(List.of("HOME", "AWS_REGION", "SHARDS", "LANG")));
  }
}
