package dev.gatehouse.discord.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PermissionsTest {

  @Test
  void holdsMoreThan32Bits() {
    Permissions pins = Permissions.of("2251799813685248");
    assertTrue(pins.has(Permissions.PIN_MESSAGES));
    assertFalse(pins.has(Permissions.BYPASS_SLOWMODE));
    assertEquals("2251799813685248", pins.toString());
  }

  @Test
  void holdsMoreThan64Bits() {
    assertTrue(Permissions.of("36893488147419103232").has(65));
  }

  @Test
  void letsAnAdministratorDoEverything() {
    Permissions administrator = Permissions.ofBits(Permissions.ADMINISTRATOR);
    assertTrue(administrator.allows(Permissions.SEND_MESSAGES));
    assertFalse(administrator.has(Permissions.SEND_MESSAGES));
  }

  @Test
  void refusesWhatIsNoUnsignedNumber() {
    assertThrows(IllegalArgumentException.class, () -> Permissions.of("-1"));
    assertThrows(IllegalArgumentException.class, () -> Permissions.of("all"));
  }
}
