package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.state.LivenessTracker;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How fast the shards of all processes of a bot may identify (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding-max-concurrency">Discord</a>):
 * one for each bucket and 5 s. A slot is a lease on the bucket's row that nobody renews: when it
 * has run out, the next shard may have one. So it may when the row stayed the same for as long as a
 * slot lasts, whatever the clocks say: one that ran ahead has written an end that is far away. Not
 * safe for use by several threads.
 */
final class IdentifySlots {
  /**
   * The gateway measures arrivals: an identify that was long on its way would shorten the time to
   * the next one.
   */
  private static final Duration MARGIN = Duration.ofMillis(250);

  /** From one slot of a bucket to the next. */
  static final Duration SPACING = Duration.ofSeconds(5).plus(MARGIN);

  private final Table table;
  private final StateKeys keys;
  private final String process;
  private final Clock clock;
  private final LeaseTable leases;
  private final LivenessTracker liveness;
  private final Map<Integer, Item> seen = new HashMap<>();
  private long claims;

  /**
   * @param process an id that no other process of the bot has
   * @param clock that others compare with theirs
   * @param nanos a monotonic clock
   */
  IdentifySlots(Table table, StateKeys keys, String process, Clock clock, LongSupplier nanos) {
    this.table = table;
    this.keys = keys;
    this.process = process;
    this.clock = clock;
    this.leases = new LeaseTable(table, clock);
    this.liveness = new LivenessTracker(nanos);
  }

  static int bucket(Shard shard, int maxConcurrency) {
    return shard.index() % maxConcurrency;
  }

  /** How long until the bucket's next slot, never longer than the spacing; zero when it is free. */
  Duration untilFree(int bucket) {
    Key key = keys.identifyBucket(bucket);
    Item row = table.get(key).orElseGet(() -> new Item(key, Map.of()));
    seen.put(bucket, row);
    Duration left = Duration.between(clock.instant(), LeaseState.of(row).until());
    if (liveness.isSilent(row, SPACING) || left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(SPACING) < 0 ? left : SPACING;
  }

  /** Takes the bucket's slot; false when another shard was faster. */
  boolean take(int bucket) {
    String holder = process + "#" + ++claims;
    return switch (leases.claim(keys.identifyBucket(bucket), holder, SPACING, List.of())) {
      case LeaseClaim.Claimed _, LeaseClaim.Resumed _ -> true;
      case LeaseClaim.Held _, LeaseClaim.Finished _ -> takeOver(bucket, holder);
    };
  }

  private boolean takeOver(int bucket, String holder) {
    Item row = seen.get(bucket);
    return row != null
        && liveness.isSilent(row, SPACING)
        && leases.takeOver(row, holder, SPACING, List.of()).isPresent();
  }
}
