package dev.gatehouse.discord.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReplayGuardTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final ReplayGuard guard = new ReplayGuard(Duration.ofMinutes(5), 2);

  @Test
  void tellsTheFirstFromItsReplay() {
    assertThat(guard.firstSeen("1", NOW)).isTrue();
    assertThat(guard.firstSeen("1", NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void remembersUpToTheEndOfTheWindow() {
    guard.firstSeen("1", NOW);
    assertThat(guard.firstSeen("1", NOW.plus(Duration.ofMinutes(5)))).isFalse();
  }

  @Test
  void forgetsAfterTheWindow() {
    guard.firstSeen("1", NOW);
    assertThat(guard.firstSeen("1", NOW.plus(Duration.ofMinutes(5)).plusMillis(1))).isTrue();
  }

  @Test
  void forgetsTheOldestWhenItIsFull() {
    guard.firstSeen("1", NOW);
    guard.firstSeen("2", NOW);
    guard.firstSeen("3", NOW);
    assertThat(guard.firstSeen("3", NOW)).isFalse();
    assertThat(guard.firstSeen("2", NOW)).isFalse();
    assertThat(guard.firstSeen("1", NOW)).isTrue();
  }

  @Test
  void takesAForgottenIdAsNew() {
    guard.firstSeen("1", NOW);
    guard.forget("1");
    assertThat(guard.firstSeen("1", NOW)).isTrue();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new ReplayGuard(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReplayGuard(Duration.ofSeconds(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
