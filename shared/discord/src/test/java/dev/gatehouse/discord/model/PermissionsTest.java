package dev.gatehouse.discord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PermissionsTest {

  @Test
  void holdsMoreThan32Bits() {
    Permissions pins = Permissions.of("2251799813685248");
    assertThat(pins.has(Permissions.PIN_MESSAGES)).isTrue();
    assertThat(pins.has(Permissions.BYPASS_SLOWMODE)).isFalse();
    assertThat(pins.toString()).isEqualTo("2251799813685248");
  }

  @Test
  void holdsMoreThan64Bits() {
    assertThat(Permissions.of("36893488147419103232").has(65)).isTrue();
  }

  @Test
  void letsAnAdministratorDoEverything() {
    Permissions administrator = Permissions.ofBits(Permissions.ADMINISTRATOR);
    assertThat(administrator.allows(Permissions.SEND_MESSAGES)).isTrue();
    assertThat(administrator.has(Permissions.SEND_MESSAGES)).isFalse();
  }

  @Test
  void refusesWhatIsNoUnsignedNumber() {
    assertThatThrownBy(() -> Permissions.of("-1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Permissions.of("all")).isInstanceOf(IllegalArgumentException.class);
  }
}
