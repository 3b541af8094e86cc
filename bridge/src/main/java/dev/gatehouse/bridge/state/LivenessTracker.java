package dev.gatehouse.bridge.state;

import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Notices leases that are not renewed by watching their beat on a clock of its own, since a holder
 * whose wall clock ran ahead has written an end that is far away. Not safe for use by several
 * threads.
 */
public final class LivenessTracker {
  private final LongSupplier nanos;
  private final Map<Key, Beat> seen = new HashMap<>();

  /** A lease as it was seen, and since when. */
  private record Beat(long epoch, long beat, long since) {}

  /**
   * @param nanos a monotonic clock
   */
  public LivenessTracker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Notes the row; whether its lease has been the same for that long. */
  public boolean isSilent(Item row, Duration time) {
    LeaseState lease = LeaseState.of(row);
    Beat last = seen.get(row.key());
    if (last == null || last.epoch() != lease.epoch() || last.beat() != lease.beat()) {
      seen.put(row.key(), new Beat(lease.epoch(), lease.beat(), nanos.getAsLong()));
      return false;
    }
    return nanos.getAsLong() - last.since() >= time.toNanos();
  }
}
