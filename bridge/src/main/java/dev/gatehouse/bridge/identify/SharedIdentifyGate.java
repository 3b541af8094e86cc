package dev.gatehouse.bridge.identify;

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
 * that they do not spend for a slot that only one of them can have. Safe for use by several
 * threads.
 */
public final class SharedIdentifyGate implements MeteredIdentifyGate {
  private static final Duration LEAST_WAIT = Duration.ofMillis(1);

  private final int maxConcurrency;
  private final IdentifySlots slots;
  private final IdentifyBudget budget;

  /**
   * @param process an id that no other process of the bot has
   * @param info what Discord said at the start
   * @param source what Discord says later
   * @param clock that others compare with theirs
   * @param nanos a monotonic clock
   */
  public SharedIdentifyGate(
      Table table,
      StateKeys keys,
      String process,
      GatewayInfo info,
      GatewaySource source,
      Clock clock,
      LongSupplier nanos) {
    this.maxConcurrency = info.maxConcurrency();
    this.slots = new IdentifySlots(table, keys, process, clock, nanos);
    this.budget = new IdentifyBudget(table, keys, info, source, clock, nanos);
  }

  @Override
  public synchronized Verdict request(Shard shard) {
    try {
      int bucket = IdentifySlots.bucket(shard, maxConcurrency);
      Duration wait = slots.untilFree(bucket);
      return wait.isPositive() ? new Verdict.Refused(wait, "") : spendAndTake(bucket);
    } catch (TableUnavailableException e) {
      return new Verdict.Refused(IdentifySlots.SPACING, "STATE_TABLE: " + e.getMessage());
    }
  }

  @Override
  public RemainingIdentifies remaining() {
    return budget.remaining();
  }

  /** Looks at the table, now and then, for what other processes have spent. */
  public void look() {
    budget.look();
  }

  /** The slot comes last, so that nothing holds up whoever has it. */
  private Verdict spendAndTake(int bucket) {
    if (!budget.spend()) {
      return budget.refusal();
    }
    if (slots.take(bucket)) {
      return new Verdict.Granted();
    }
    budget.giveBack();
    Duration wait = slots.untilFree(bucket);
    return new Verdict.Refused(wait.isPositive() ? wait : LEAST_WAIT, "");
  }
}
