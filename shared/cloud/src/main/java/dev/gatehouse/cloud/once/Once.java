package dev.gatehouse.cloud.once;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Claims on pieces of work, as rows of a table with conditional writes. A worker claims before any
 * effect that a person would see, notes its progress, and finishes. When it dies, its lease runs
 * out and the next worker resumes; each write is fenced by the worker's name, so that the first
 * one, should it come back, cannot write any more.
 *
 * <p>A worker's name must be its own: the same name means the same worker, which may claim again
 * what it holds. Every method throws {@link dev.gatehouse.cloud.table.TableUnavailableException} as
 * the table does.
 */
public final class Once {
  private static final String SORT = "once";
  private static final String STATE = "state";
  private static final String WORKER = "worker";
  private static final String LEASE_UNTIL = "lease_until";
  private static final String ATTEMPT = "attempt";
  private static final String PROGRESS = "progress";
  private static final String RESULT = "result";
  private static final Value WORKING = Value.of("working");
  private static final Value FINISHED = Value.of("finished");

  /** No queue keeps a message for longer, so nobody asks for the work after that. */
  private static final Duration KEEP_UNFINISHED = Duration.ofDays(14);

  private static final int TRIES = 4;

  private final Table table;
  private final Clock clock;

  public Once(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Claims the work of that key.
   *
   * @param key the event's own id
   * @param worker who claims
   * @param lease how long others keep away; longer than the work takes, or renewed in time
   */
  public Claim claim(String key, String worker, Duration lease) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Claim> claim = tryToClaim(key, worker, lease);
      if (claim.isPresent()) {
        return claim.get();
      }
    }
    return new Claim.Held(clock.instant());
  }

  /**
   * Notes how far the work is, for whoever resumes it.
   *
   * @throws ClaimLostException when another worker took over
   */
  public void progress(String key, String worker, String text) {
    change(key, worker, List.of(Change.set(PROGRESS, Value.of(text))));
  }

  /**
   * Keeps others away for that much longer, from now on.
   *
   * @throws ClaimLostException when another worker took over
   */
  public void renew(String key, String worker, Duration lease) {
    change(key, worker, List.of(leaseUntil(clock.instant().plus(lease))));
  }

  /**
   * Lets the next worker resume at once, when this one could not finish.
   *
   * @throws ClaimLostException when another worker took over
   */
  public void release(String key, String worker) {
    change(key, worker, List.of(leaseUntil(Instant.EPOCH), Change.remove(WORKER)));
  }

  /**
   * Ends the work.
   *
   * @param result what a later claim is answered with
   * @param keepFor how long it is; afterwards the same key is fresh again
   * @throws ClaimLostException when another worker took over
   */
  public void finish(String key, String worker, String result, Duration keepFor) {
    change(
        key,
        worker,
        List.of(
            Change.set(STATE, FINISHED),
            Change.set(RESULT, Value.of(result)),
            ttl(keepFor),
            Change.remove(PROGRESS),
            Change.remove(LEASE_UNTIL)));
  }

  /** Nothing when the row changed while we looked, so that it is worth another try. */
  private Optional<Claim> tryToClaim(String key, String worker, Duration lease) {
    Instant now = clock.instant();
    Optional<Item> taken =
        table.updateIf(row(key), taking(worker, now.plus(lease)), isFree(worker, now));
    return taken.isPresent() ? taken.map(Once::held) : answerOfOther(key, now);
  }

  private List<Change> taking(String worker, Instant until) {
    return List.of(
        Change.set(STATE, WORKING),
        Change.set(WORKER, Value.of(worker)),
        leaseUntil(until),
        Change.add(ATTEMPT, 1),
        ttl(KEEP_UNFINISHED));
  }

  private static Condition isFree(String worker, Instant now) {
    Condition leaseIsOver = Condition.belowOrMissing(LEASE_UNTIL, now.toEpochMilli() + 1);
    Condition isOurs = Condition.equal(WORKER, Value.of(worker));
    return Condition.any(
        Condition.absent(),
        Condition.all(Condition.equal(STATE, WORKING), Condition.any(leaseIsOver, isOurs)));
  }

  private static Claim held(Item item) {
    int attempt = Math.toIntExact(item.number(ATTEMPT, 1));
    return attempt == 1
        ? new Claim.Fresh()
        : new Claim.Resumed(attempt, item.text(PROGRESS).orElse(""));
  }

  private Optional<Claim> answerOfOther(String key, Instant now) {
    return table.get(row(key)).flatMap(item -> answerOfOther(item, now));
  }

  private Optional<Claim> answerOfOther(Item item, Instant now) {
    if (item.number(Item.TTL, Long.MAX_VALUE) <= now.getEpochSecond()) {
      Condition isStillOver = Condition.belowOrMissing(Item.TTL, now.getEpochSecond() + 1);
      table.deleteIf(item.key(), isStillOver);
      return Optional.empty();
    }
    return FINISHED.equals(item.attributes().get(STATE))
        ? Optional.of(new Claim.Finished(item.text(RESULT).orElse("")))
        : Optional.of(new Claim.Held(Instant.ofEpochMilli(item.number(LEASE_UNTIL, 0))));
  }

  private void change(String key, String worker, List<Change> changes) {
    Condition isHeld =
        Condition.all(Condition.equal(STATE, WORKING), Condition.equal(WORKER, Value.of(worker)));
    if (table.updateIf(row(key), changes, isHeld).isEmpty()) {
      throw new ClaimLostException(key, worker);
    }
  }

  private Change ttl(Duration keep) {
    return Change.set(Item.TTL, Value.of(clock.instant().plus(keep).getEpochSecond()));
  }

  private static Change leaseUntil(Instant until) {
    return Change.set(LEASE_UNTIL, Value.of(until.toEpochMilli()));
  }

  private static Key row(String key) {
    return new Key("once#" + key, SORT);
  }
}
