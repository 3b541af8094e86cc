package dev.gatehouse.discord.signature;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReplayGuardTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final ReplayGuard guard = new ReplayGuard(Duration.ofMinutes(5), 2);

  @Test
  void tellsTheFirstFromItsReplay() {
    assertTrue(guard.firstSeen("1", NOW));
    assertFalse(guard.firstSeen("1", NOW.plusSeconds(1)));
  }

  @Test
  void remembersUpToTheEndOfTheWindow() {
    guard.firstSeen("1", NOW);
    assertFalse(guard.firstSeen("1", NOW.plus(Duration.ofMinutes(5))));
  }

  @Test
  void forgetsAfterTheWindow() {
    guard.firstSeen("1", NOW);
    assertTrue(guard.firstSeen("1", NOW.plus(Duration.ofMinutes(5)).plusMillis(1)));
  }

  @Test
  void forgetsTheOldestWhenItIsFull() {
    guard.firstSeen("1", NOW);
    guard.firstSeen("2", NOW);
    guard.firstSeen("3", NOW);
    assertFalse(guard.firstSeen("3", NOW));
    assertFalse(guard.firstSeen("2", NOW));
    assertTrue(guard.firstSeen("1", NOW));
  }

  @Test
  void takesAForgottenIdAsNew() {
    guard.firstSeen("1", NOW);
    guard.forget("1");
    assertTrue(guard.firstSeen("1", NOW));
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThrows(IllegalArgumentException.class, () -> new ReplayGuard(Duration.ZERO, 1));
    assertThrows(IllegalArgumentException.class, () -> new ReplayGuard(Duration.ofSeconds(1), 0));
  }
}
