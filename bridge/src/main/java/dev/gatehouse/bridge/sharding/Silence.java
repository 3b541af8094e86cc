package dev.gatehouse.bridge.sharding;

import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Notices owners and members that do not renew their rows by watching the rows' beat on a clock of
 * its own, since one whose wall clock ran ahead has written an end that is far away. Not safe for
 * use by several threads.
 */
final class Silence {
  private final LongSupplier nanos;
  private final Map<Key, Beat> seen = new HashMap<>();

  private record Beat(long token, long beat, long since) {}

  Silence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Notes the row; whether it has been the same for that long. */
  boolean lasts(Item row, Duration time) {
    long token = row.number(ShardRow.TOKEN, 0);
    long beat = row.number(ShardRow.BEAT, 0);
    Beat last = seen.get(row.key());
    if (last == null || last.token() != token || last.beat() != beat) {
      seen.put(row.key(), new Beat(token, beat, nanos.getAsLong()));
      return false;
    }
    return nanos.getAsLong() - last.since() >= time.toNanos();
  }
}
