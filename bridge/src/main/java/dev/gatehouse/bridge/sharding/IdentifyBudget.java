package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.shard.IdentifyGate.Verdict;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The identifies that a bot may still make today. Past the last one Discord resets the token (<a
 * href="https://docs.discord.com/developers/events/gateway#session-start-limit-object">Discord</a>),
 * so a reserve is left for a person to use. The day is Discord's: it ends when Discord said at the
 * start, and a day later again, however late somebody notices.
 */
final class IdentifyBudget {
  private static final String USED = "used";
  private static final String RESETS = "resets";
  private static final Duration DAY = Duration.ofDays(1);

  private final Table table;
  private final StateKeys keys;
  private final GatewayInfo info;
  private final Clock clock;
  private final long told;
  private boolean synced;

  /**
   * @param info what Discord said at the start: it counts what is not ours as well
   */
  IdentifyBudget(Table table, StateKeys keys, GatewayInfo info, Clock clock) {
    this.table = table;
    this.keys = keys;
    this.info = info;
    this.clock = clock;
    Duration untilReset = info.resetAfter().isPositive() ? info.resetAfter() : DAY;
    this.told = clock.millis() + untilReset.toMillis();
  }

  synchronized Verdict spend() {
    startOverWhenDue();
    if (!synced) {
      sync();
      synced = true;
    }
    boolean granted =
        table
            .updateIf(
                keys.budget(),
                List.of(Change.add(USED, 1)),
                Condition.belowOrMissing(USED, info.total() - LocalIdentifyGate.RESERVE))
            .isPresent();
    return granted ? new Verdict.Granted() : refused();
  }

  /**
   * Takes over what Discord has counted, if that is more. A process may have waited long for its
   * first identify: what Discord has counted on another day says nothing.
   */
  private void sync() {
    if (clock.millis() < told) {
      long used = info.total() - info.remaining();
      table.updateIf(
          keys.budget(),
          List.of(Change.set(USED, Value.of(used)), Change.set(RESETS, Value.of(told))),
          Condition.belowOrMissing(USED, used + 1));
    }
  }

  private void startOverWhenDue() {
    long now = clock.millis();
    long resets = table.get(keys.budget()).map(row -> row.number(RESETS, told)).orElse(told);
    if (resets < now) {
      startOver(now, nextReset(resets, now));
    }
  }

  private void startOver(long now, long next) {
    table.putIf(
        new Item(keys.budget(), Map.of(USED, Value.of(0), RESETS, Value.of(next))),
        Condition.belowOrMissing(RESETS, now));
  }

  /** Whole days after the last reset. */
  private static long nextReset(long last, long now) {
    long days = (now - last) / DAY.toMillis() + 1;
    return last + days * DAY.toMillis();
  }

  private Verdict refused() {
    long now = clock.millis();
    long resets = table.get(keys.budget()).map(row -> row.number(RESETS, now)).orElse(now);
    Duration wait = Duration.ofMillis(Math.max(resets - now, Duration.ofMinutes(1).toMillis()));
    return new Verdict.Refused(
        wait,
        "fewer than "
            + LocalIdentifyGate.RESERVE
            + " identifies are left today, and past them Discord resets the token; waiting "
            + wait.toMinutes()
            + " min");
  }
}
