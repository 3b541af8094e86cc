package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The identify gate of all processes of a bot. Shards of one process come one after another, so
 * that they do not spend for a turn that only one of them can have. Safe for use by several
 * threads.
 */
final class SharedIdentifyGate implements MeteredGate {
  private static final Duration LEAST_WAIT = Duration.ofMillis(1);

  private final int maxConcurrency;
  private final SharedTurns turns;
  private final IdentifyBudget budget;

  /**
   * @param info what Discord said at the start
   * @param source what Discord says later
   * @param clock that others compare with theirs
   * @param nanos a monotonic clock
   */
  SharedIdentifyGate(
      Table table,
      StateKeys keys,
      GatewayInfo info,
      GatewaySource source,
      Clock clock,
      LongSupplier nanos) {
    this.maxConcurrency = info.maxConcurrency();
    this.turns = new SharedTurns(table, keys, clock, nanos);
    this.budget = new IdentifyBudget(table, keys, info, source, clock, nanos);
  }

  @Override
  public synchronized Verdict request(Shard shard) {
    try {
      int bucket = IdentifyPace.bucket(shard, maxConcurrency);
      Duration wait = turns.untilDue(bucket);
      return wait.isPositive() ? new Verdict.Refused(wait, "") : spendAndTake(bucket);
    } catch (TableUnavailableException e) {
      return new Verdict.Refused(IdentifyPace.SPACING, "STATE_TABLE: " + e.getMessage());
    }
  }

  @Override
  public Allowance allowance() {
    return budget.allowance();
  }

  /** Looks at the table, now and then, for what other processes have spent. */
  void look() {
    budget.look();
  }

  /** The turn comes last, so that nothing holds up whoever has it. */
  private Verdict spendAndTake(int bucket) {
    if (!budget.spend()) {
      return budget.refusal();
    }
    if (turns.take(bucket)) {
      return new Verdict.Granted();
    }
    budget.giveBack();
    Duration wait = turns.untilDue(bucket);
    return new Verdict.Refused(wait.isPositive() ? wait : LEAST_WAIT, "");
  }
}
