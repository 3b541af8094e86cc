package dev.gatehouse.bridge.commands;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(takeAll(NOW)).isEqualTo(SendBudget.MOST - SendBudget.RESERVE);
  }

  @Test
  void countsWhatTheSessionSends() {
    budget.note(NOW);
    budget.note(NOW);

    assertThat(takeAll(NOW)).isEqualTo(SendBudget.MOST - SendBudget.RESERVE - 2);
  }

  @Test
  void givesAPlaceBackAfterTheWindow() {
    assertThat(budget.take(NOW)).isTrue();
    takeAll(NOW.plusSeconds(30));

    assertThat(budget.take(NOW.plus(SendBudget.WINDOW).minusMillis(1))).isFalse();
    assertThat(takeAll(NOW.plus(SendBudget.WINDOW))).isEqualTo(1);
  }

  @Test
  void neverAllowsMoreThanTheGatewayInAnyWindow() {
    int sent = 0;
    for (Instant now = NOW;
        now.isBefore(NOW.plusSeconds(59));
        now = now.plus(Duration.ofMillis(100))) {
      sent += takeAll(now);
    }

    assertThat(sent <= SendBudget.MOST).as("sent " + sent).isTrue();
  }
}
