package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The identify gate of all processes of a bot: a row for each bucket ({@code shard %
 * max_concurrency}) tells when its next turn is, and one for the day's budget how much is spent.
 */
final class SharedIdentifyGate implements IdentifyGate {
  private static final String NEXT = "next";
  private static final Duration SPACING = Duration.ofSeconds(5);

  private final Table table;
  private final StateKeys keys;
  private final int maxConcurrency;
  private final IdentifyBudget budget;
  private final Clock clock;

  SharedIdentifyGate(Table table, StateKeys keys, GatewayInfo info, Clock clock) {
    this.table = table;
    this.keys = keys;
    this.maxConcurrency = info.maxConcurrency();
    this.budget = new IdentifyBudget(table, keys, info, clock);
    this.clock = clock;
  }

  @Override
  public Verdict request(Shard shard) {
    try {
      return takeTurn(shard.index() % maxConcurrency);
    } catch (TableUnavailableException e) {
      return new Verdict.Refused(SPACING, "STATE_TABLE: " + e.getMessage());
    }
  }

  private Verdict takeTurn(int bucket) {
    long now = clock.millis();
    boolean ours =
        table
            .updateIf(
                keys.identifyBucket(bucket),
                List.of(Change.set(NEXT, Value.of(now + SPACING.toMillis()))),
                Condition.belowOrMissing(NEXT, now + 1))
            .isPresent();
    return ours ? budget.spend() : new Verdict.Refused(untilNext(bucket, now), "");
  }

  /** Never longer than the spacing, even when another process's clock runs ahead. */
  private Duration untilNext(int bucket, long now) {
    long next =
        table.get(keys.identifyBucket(bucket)).map((Item row) -> row.number(NEXT, now)).orElse(now);
    return Duration.ofMillis(Math.clamp(next - now, 1, SPACING.toMillis()));
  }
}
