package dev.gatehouse.bridge.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendBudgetTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final SendBudget budget = new SendBudget();

  private int takeAll(Instant now) {
    int taken = 0;
    while (budget.take(now)) {
      taken++;
    }
    return taken;
  }

  @Test
  void leavesAReserveToHeartbeats() {
    assertEquals(SendBudget.MOST - SendBudget.RESERVE, takeAll(NOW));
  }

  @Test
  void countsWhatTheSessionSends() {
    budget.note(NOW);
    budget.note(NOW);

    assertEquals(SendBudget.MOST - SendBudget.RESERVE - 2, takeAll(NOW));
  }

  @Test
  void givesAPlaceBackAfterTheWindow() {
    assertTrue(budget.take(NOW));
    takeAll(NOW.plusSeconds(30));

    assertFalse(budget.take(NOW.plus(SendBudget.WINDOW).minusMillis(1)));
    assertEquals(1, takeAll(NOW.plus(SendBudget.WINDOW)));
  }

  @Test
  void neverAllowsMoreThanTheGatewayInAnyWindow() {
    int sent = 0;
    for (Instant now = NOW;
        now.isBefore(NOW.plusSeconds(59));
        now = now.plus(Duration.ofMillis(100))) {
      sent += takeAll(now);
    }

    assertTrue(sent <= SendBudget.MOST, "sent " + sent);
  }
}
