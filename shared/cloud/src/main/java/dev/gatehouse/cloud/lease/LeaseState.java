package dev.gatehouse.cloud.lease;

import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a row says of its lease.
 *
 * @param holder who holds it, held it last or finished it; empty when it was never claimed or was
 *     given back
 * @param epoch the fencing token: it rises with each claim, 0 before the first
 * @param beat rises with each claim and renewal, so that others see the lease being renewed
 *     whatever their clocks say
 * @param until when it ends unless renewed; the epoch of time when nobody holds it
 * @param finished whether the work is done
 */
public record LeaseState(
    Optional<String> holder, long epoch, long beat, Instant until, boolean finished) {
  /** Holds while the work on the row is not finished; also when there is no such row. */
  public static final Condition NOT_FINISHED = Condition.belowOrMissing(LeaseState.FINISHED_AT, 0);

  static final String HOLDER = "lease_holder";
  static final String EPOCH = "lease_epoch";
  static final String BEAT = "lease_beat";
  static final String UNTIL = "lease_until";
  static final String FINISHED_AT = "lease_finished_at";

  /** What only the lease itself writes. */
  static final Set<String> ATTRIBUTES = Set.of(HOLDER, EPOCH, BEAT, UNTIL, FINISHED_AT);

  /** Reads the lease of a row. */
  public static LeaseState of(Item row) {
    return new LeaseState(
        row.text(HOLDER),
        row.number(EPOCH, 0),
        row.number(BEAT, 0),
        Instant.ofEpochMilli(row.number(UNTIL, 0)),
        row.number(FINISHED_AT, -1) >= 0);
  }
}
