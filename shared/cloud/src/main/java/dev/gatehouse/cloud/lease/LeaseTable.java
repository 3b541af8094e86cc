package dev.gatehouse.cloud.lease;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Leases on rows of a table, whichever rows those are: a request that is handled once, a turn that
 * one worker runs, a shard that one process keeps. A holder claims before any effect that a person
 * would see, notes its progress, renews in time, and finishes or gives back. When it dies, its
 * lease runs out and the next holder resumes; each write is fenced by the epoch of its claim, so
 * that the first one, should it come back, cannot write any more.
 *
 * <p>A holder's name must be its own: the same name means the same holder, which may claim again
 * what it holds. Every method throws {@link dev.gatehouse.cloud.table.TableUnavailableException} as
 * the table does.
 */
public final class LeaseTable {
  private static final int TRIES = 4;

  private final Table table;
  private final InstantSource clock;

  public LeaseTable(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Claims the row, which is made when it is not there.
   *
   * @param holder who claims
   * @param length how long others keep away; longer than the work takes, or renewed in time
   * @param more what else is written when the claim succeeds, by the same write
   */
  public LeaseClaim claim(Key row, String holder, Duration length, List<Change> more) {
    for (int i = 0; i < TRIES; i++) {
      Optional<LeaseClaim> claim = tryToClaim(row, holder, length, more);
      if (claim.isPresent()) {
        return claim.get();
      }
    }
    return new LeaseClaim.Held(clock.instant());
  }

  /**
   * Takes over a lease that was seen not to be renewed for longer than its length, whatever the
   * clocks say: one whose clock ran ahead has written an end that is far away.
   *
   * @param seen the row as it has been all the time
   * @return nothing when it was renewed, claimed or finished meanwhile
   */
  public Optional<Lease> takeOver(Item seen, String holder, Duration length, List<Change> more) {
    LeaseState state = LeaseState.of(seen);
    Condition isTheSame =
        Condition.all(
            LeaseState.NOT_FINISHED,
            Condition.equal(LeaseState.EPOCH, Value.of(state.epoch())),
            Condition.equal(LeaseState.BEAT, Value.of(state.beat())));
    return take(seen.key(), holder, length, more, isTheSame);
  }

  /** Nothing when the row changed while we looked, so that it is worth another try. */
  private Optional<LeaseClaim> tryToClaim(
      Key row, String holder, Duration length, List<Change> more) {
    Instant now = clock.instant();
    Optional<Lease> taken = take(row, holder, length, more, isFree(holder, now));
    return taken.isPresent()
        ? taken.map(LeaseTable::ours)
        : table.get(row).flatMap(item -> others(item, now));
  }

  private Optional<Lease> take(
      Key row, String holder, Duration length, List<Change> more, Condition condition) {
    List<Change> own =
        List.of(
            Change.set(LeaseState.HOLDER, Value.of(holder)),
            Change.add(LeaseState.EPOCH, 1),
            Change.add(LeaseState.BEAT, 1),
            Lease.untilMillis(clock.instant().plus(length)));
    return table
        .updateIf(row, Lease.joined(more, own), condition)
        .map(item -> new Lease(table, clock, item, holder, length));
  }

  private static Condition isFree(String holder, Instant now) {
    return Condition.all(
        LeaseState.NOT_FINISHED,
        Condition.any(
            Condition.belowOrMissing(LeaseState.UNTIL, now.toEpochMilli() + 1),
            Condition.equal(LeaseState.HOLDER, Value.of(holder))));
  }

  private static LeaseClaim ours(Lease lease) {
    return lease.epoch() == 1 ? new LeaseClaim.Claimed(lease) : new LeaseClaim.Resumed(lease);
  }

  /** A table deletes late, so a row that has expired is deleted here. */
  private Optional<LeaseClaim> others(Item row, Instant now) {
    if (row.number(Item.TTL, Long.MAX_VALUE) <= now.getEpochSecond()) {
      Condition isStillOver = Condition.belowOrMissing(Item.TTL, now.getEpochSecond() + 1);
      table.deleteIf(row.key(), isStillOver);
      return Optional.empty();
    }
    LeaseState state = LeaseState.of(row);
    return Optional.of(
        state.finished() ? new LeaseClaim.Finished(row) : new LeaseClaim.Held(state.until()));
  }
}
