package dev.gatehouse.cloud.lease;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One holder's lease on one row. Each write demands that the row still has this lease's holder and
 * epoch, so that a holder whose lease was taken over cannot change the row any more, and learns of
 * it by a {@link LeaseLostException}. What the holder keeps in the row goes into the same
 * conditional write. Safe for use by several threads.
 */
public final class Lease {
  private final Table table;
  private final InstantSource clock;
  private final Item row;
  private final String holder;
  private final long epoch;
  private final Duration length;

  /** The lease that a write has just put into the row. */
  Lease(Table table, InstantSource clock, Item row, String holder, Duration length) {
    this.table = table;
    this.clock = clock;
    this.row = row;
    this.holder = holder;
    this.epoch = LeaseState.of(row).epoch();
    this.length = length;
  }

  /** The row as it was when it was claimed, with what earlier holders left in it. */
  public Item row() {
    return row;
  }

  /**
   * The fencing token: which claim of the row this is, counted from 1. A later holder's is higher,
   * so that rows beside this one can refuse what an earlier holder writes late.
   */
  public long epoch() {
    return epoch;
  }

  /**
   * Keeps others away for the lease's length from now on.
   *
   * @param more what else is written, by the same write
   * @return the row as it is now
   * @throws LeaseLostException when another holder took over
   */
  public Item renew(List<Change> more) {
    Instant until = clock.instant().plus(length);
    return write(
        unfinished(), joined(more, List.of(untilMillis(until), Change.add(LeaseState.BEAT, 1))));
  }

  /**
   * Writes how far the work is, for whoever resumes it; the lease ends when it would have ended.
   *
   * @return the row as it is now
   * @throws LeaseLostException when another holder took over
   */
  public Item progress(List<Change> changes) {
    return write(unfinished(), joined(changes, List.of()));
  }

  /**
   * Gives the lease back, so that the next holder can resume at once.
   *
   * @throws LeaseLostException when another holder took over
   */
  public void release(List<Change> more) {
    write(
        unfinished(),
        joined(more, List.of(Change.remove(LeaseState.HOLDER), Change.remove(LeaseState.UNTIL))));
  }

  /**
   * Ends the work for good: from now on, claims are answered with {@link LeaseClaim.Finished}. The
   * holder stays in the row, so that the same write, sent again since its answer was lost,
   * succeeds.
   *
   * @param keepFor how long; afterwards the row is gone, and the same key can be claimed anew
   * @throws LeaseLostException when another holder took over
   */
  public void finish(Duration keepFor, List<Change> more) {
    Instant now = clock.instant();
    write(
        isHeld(),
        joined(
            more,
            List.of(
                Change.set(LeaseState.FINISHED_AT, Value.of(now.toEpochMilli())),
                Change.set(Item.TTL, Value.of(now.plus(keepFor).getEpochSecond())),
                Change.remove(LeaseState.UNTIL))));
  }

  /** What tells a holder that a row beside this one was refused to it by its epoch. */
  public LeaseLostException lost() {
    return new LeaseLostException(row.key(), holder, epoch);
  }

  private Item write(Condition condition, List<Change> changes) {
    return table.updateIf(row.key(), changes, condition).orElseThrow(this::lost);
  }

  private Condition isHeld() {
    return Condition.all(
        Condition.equal(LeaseState.EPOCH, Value.of(epoch)),
        Condition.equal(LeaseState.HOLDER, Value.of(holder)));
  }

  private Condition unfinished() {
    return Condition.all(isHeld(), LeaseState.NOT_FINISHED);
  }

  static Change untilMillis(Instant until) {
    return Change.set(LeaseState.UNTIL, Value.of(until.toEpochMilli()));
  }

  /** The changes of the lease's user and its own; a user that writes the latter is refused. */
  static List<Change> joined(List<Change> users, List<Change> own) {
    for (Change change : users) {
      if (LeaseState.ATTRIBUTES.contains(attribute(change))) {
        throw new IllegalArgumentException(
            attribute(change) + ": is the lease's own attribute; name yours otherwise");
      }
    }
    List<Change> all = new ArrayList<>(own);
    all.addAll(users);
    return all;
  }

  private static String attribute(Change change) {
    return switch (change) {
      case Change.Set(String attribute, Value _) -> attribute;
      case Change.Add(String attribute, long _) -> attribute;
      case Change.Remove(String attribute) -> attribute;
    };
  }
}
