package dev.gatehouse.cli;

import dev.gatehouse.discord.model.GatewayBot;
import dev.gatehouse.discord.model.SessionStartLimit;
import java.time.Duration;

/** Says whether the bridge could connect. */
final class GatewayChecks {
  private static final int LOW = 50;

  private GatewayChecks() {}

  static Finding run(GatewayBot gateway) {
    SessionStartLimit budget = gateway.sessionStartLimit();
    String text =
        "gateway: %d shard(s), %d of %d identifies left today"
            .formatted(gateway.shards(), budget.remaining(), budget.total());
    return budget.remaining() > LOW
        ? new Finding.Fine(text)
        : new Finding.Degraded(
            text,
            "wait "
                + Duration.ofMillis(budget.resetAfter()).toMinutes()
                + " minutes before restarting the bridge: past the budget Discord resets the token");
  }
}
