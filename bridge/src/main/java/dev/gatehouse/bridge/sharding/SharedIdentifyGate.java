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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The identify gate of all processes of a bot: a row for each bucket ({@code shard %
 * max_concurrency}) tells when its next turn is, and one for the day's budget how much is spent.
 * Safe for use by several threads.
 */
final class SharedIdentifyGate implements IdentifyGate {
  private static final String NEXT = "next";
  private static final Duration SPACING = Duration.ofSeconds(5);

  private final Table table;
  private final StateKeys keys;
  private final int maxConcurrency;
  private final IdentifyBudget budget;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<Integer, Waiting> waitings = new ConcurrentHashMap<>();

  /** The next turn of a bucket as the table told it, and since when it tells the same. */
  private record Waiting(long next, long since) {}

  SharedIdentifyGate(
      Table table, StateKeys keys, GatewayInfo info, Clock clock, LongSupplier nanos) {
    this.table = table;
    this.keys = keys;
    this.maxConcurrency = info.maxConcurrency();
    this.budget = new IdentifyBudget(table, keys, info, clock);
    this.clock = clock;
    this.nanos = nanos;
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
                due(bucket, now))
            .isPresent();
    return ours ? budget.spend() : new Verdict.Refused(untilNext(bucket, now), "");
  }

  /**
   * The turn is due at its time, or when nobody has taken it for as long as it lasts: a clock that
   * ran ahead, another process's or ours, has written a time that is far away.
   */
  private Condition due(int bucket, long now) {
    Condition atItsTime = Condition.belowOrMissing(NEXT, now + 1);
    Waiting waiting = waitings.get(bucket);
    return waiting != null && nanos.getAsLong() - waiting.since() >= SPACING.toNanos()
        ? Condition.any(atItsTime, Condition.equal(NEXT, Value.of(waiting.next())))
        : atItsTime;
  }

  /** Never longer than the spacing. */
  private Duration untilNext(int bucket, long now) {
    long next =
        table.get(keys.identifyBucket(bucket)).map((Item row) -> row.number(NEXT, now)).orElse(now);
    waitings.merge(
        bucket,
        new Waiting(next, nanos.getAsLong()),
        (known, found) -> known.next() == found.next() ? known : found);
    return Duration.ofMillis(Math.clamp(next - now, 1, SPACING.toMillis()));
  }
}
