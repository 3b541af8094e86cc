package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.bridge.shard.IdentifyGate.Verdict;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The day's identifies that all processes of a bot spend together: a row tells how many, and
 * Discord is asked where that may not be enough. Safe for use by several threads.
 */
final class IdentifyBudget {
  private static final String USED = "used";
  private static final String RESETS = "resets";
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Table table;
  private final StateKeys keys;
  private final IdentifyLimitRefresher refresher;
  private final Clock clock;
  private final LongSupplier nanos;
  private final IdentifyLimit atStart;
  private volatile IdentifyLimit known;
  private volatile boolean synced;
  private long looked;

  /**
   * @param info what Discord said at the start
   */
  IdentifyBudget(
      Table table,
      StateKeys keys,
      GatewayInfo info,
      GatewaySource source,
      Clock clock,
      LongSupplier nanos) {
    this.table = table;
    this.keys = keys;
    this.refresher = new IdentifyLimitRefresher(source, nanos);
    this.clock = clock;
    this.nanos = nanos;
    this.atStart = IdentifyLimit.told(info, clock.instant());
    this.known = atStart;
    this.looked = nanos.getAsLong();
  }

  /** Spends an identify; false when only the reserve is left. */
  synchronized boolean spend() {
    IdentifyLimit day = today();
    Optional<Item> row =
        table.updateIf(
            keys.budget(),
            List.of(Change.add(USED, 1)),
            Condition.belowOrMissing(USED, day.total() - RemainingIdentifies.RESERVE));
    known = row.map(this::read).orElse(day);
    return row.isPresent();
  }

  /** Gives an identify back that was not made after all. */
  synchronized void giveBack() {
    table
        .updateIf(keys.budget(), List.of(Change.add(USED, -1)), Condition.present())
        .ifPresent(row -> known = read(row));
  }

  /**
   * Why nothing was spent. When more than the reserve seemed to be left, other processes have spent
   * it meanwhile, and may give it back.
   */
  Verdict refusal() {
    return known.isOpen()
        ? new Verdict.Refused(IdentifySlots.SPACING, "")
        : refresher.refusal(known, clock.instant());
  }

  RemainingIdentifies remaining() {
    Instant now = clock.instant();
    return known.at(now).remaining(now);
  }

  /**
   * Reads what others have spent, unless that was done a short time ago. For one thread, which does
   * not wait for Discord as spending may.
   */
  void look() {
    if (nanos.getAsLong() - looked >= LOOK.toNanos()) {
      looked = nanos.getAsLong();
      IdentifyLimit row = row().at(clock.instant());
      known = synced ? row : row.orLess(atStart.at(clock.instant()));
    }
  }

  /** The day as all processes count it, or as Discord does if it was asked. */
  private IdentifyLimit today() {
    IdentifyLimit row = row();
    Instant now = clock.instant();
    Optional<IdentifyLimit> told =
        refresher.ask(row, now).map(info -> IdentifyLimit.told(info, clock.instant()));
    IdentifyLimit day = told.isPresent() ? takeOver(told.get()) : remembered(row, now);
    synced = true;
    known = day;
    return day;
  }

  private IdentifyLimit takeOver(IdentifyLimit told) {
    table.put(item(told));
    return told;
  }

  private IdentifyLimit remembered(IdentifyLimit row, Instant now) {
    if (row.isOver(now)) {
      table.putIf(item(row.at(now)), Condition.belowOrMissing(RESETS, now.toEpochMilli() + 1));
    }
    if (!synced && !atStart.isOver(now)) {
      sync();
    }
    return row();
  }

  /** What Discord said at the start counts if it is more than the processes have counted. */
  private void sync() {
    table.updateIf(
        keys.budget(),
        List.of(
            Change.set(USED, Value.of(atStart.used())),
            Change.set(RESETS, Value.of(atStart.resets().toEpochMilli()))),
        Condition.belowOrMissing(USED, atStart.used() + 1L));
  }

  private IdentifyLimit row() {
    return table.get(keys.budget()).map(this::read).orElse(atStart);
  }

  private IdentifyLimit read(Item row) {
    int total = known.total();
    long resets = row.number(RESETS, atStart.resets().toEpochMilli());
    return new IdentifyLimit(
        total, (int) (total - row.number(USED, 0)), Instant.ofEpochMilli(resets));
  }

  private Item item(IdentifyLimit day) {
    return new Item(
        keys.budget(),
        Map.of(USED, Value.of(day.used()), RESETS, Value.of(day.resets().toEpochMilli())));
  }
}
