package dev.gatehouse.assistant.turn;

import static dev.gatehouse.assistant.turn.TurnRow.LEASE_UNTIL;
import static dev.gatehouse.assistant.turn.TurnRow.REPLY;
import static dev.gatehouse.assistant.turn.TurnRow.STATE;
import static dev.gatehouse.assistant.turn.TurnRow.STOP;
import static dev.gatehouse.assistant.turn.TurnRow.WORKER;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns in rows of a table. Each change is one conditional write that names the worker, so that a
 * worker whose lease was taken over can change nothing any more. Throws {@link
 * dev.gatehouse.cloud.table.TableUnavailableException} when the table does not answer.
 */
public final class TableTurnStore implements TurnStore {
  private static final int MOST_LISTED = 100;
  private static final Condition IS_QUEUED =
      Condition.equal(STATE, TurnRow.state(TurnState.QUEUED));
  private static final Condition IS_RUNNING =
      Condition.equal(STATE, TurnRow.state(TurnState.RUNNING));

  private final Table table;
  private final InstantSource clock;
  private final Duration retention;

  /**
   * Turns on the given table.
   *
   * @param retention how long a turn is known, which must outlast every retry of its event
   */
  public TableTurnStore(Table table, InstantSource clock, Duration retention) {
    if (!retention.isPositive()) {
      throw new IllegalArgumentException("retention: must be positive, was " + retention);
    }
    this.table = table;
    this.clock = clock;
    this.retention = retention;
  }

  /** Listed first: a listing without a turn is harmless, a turn without a listing is not seen. */
  @Override
  public boolean create(String turnId, ConversationId conversation, String askedBy) {
    long expiresAt = clock.instant().plus(retention).getEpochSecond();
    table.put(TurnRow.listing(turnId, conversation, expiresAt));
    return table.putIf(
        TurnRow.queued(turnId, conversation, askedBy, expiresAt), Condition.absent());
  }

  @Override
  public Optional<Turn> find(String turnId) {
    return table
        .get(TurnRow.key(turnId))
        .filter(this::notExpired)
        .map(row -> TurnRow.turn(turnId, row));
  }

  @Override
  public Optional<Turn> claim(String turnId, String worker, Duration lease) {
    Condition leaseIsOver = Condition.belowOrMissing(LEASE_UNTIL, clock.millis() + 1);
    return update(
        turnId,
        List.of(
            Change.set(STATE, TurnRow.state(TurnState.RUNNING)),
            Change.set(WORKER, Value.of(worker)),
            leaseFor(lease)),
        Condition.any(IS_QUEUED, Condition.all(IS_RUNNING, leaseIsOver)));
  }

  @Override
  public Optional<Turn> keep(String turnId, String worker, String replyReference, Duration lease) {
    return update(
        turnId,
        List.of(Change.set(REPLY, Value.of(replyReference)), leaseFor(lease)),
        heldBy(worker));
  }

  @Override
  public boolean end(String turnId, String worker, TurnState state) {
    if (!hasEnded(state)) {
      throw new IllegalArgumentException("state: must be DONE, STOPPED or FAILED, was " + state);
    }
    Optional<Turn> ended =
        update(
            turnId,
            List.of(Change.set(STATE, TurnRow.state(state)), Change.remove(LEASE_UNTIL)),
            heldBy(worker));
    ended.ifPresent(turn -> table.delete(listingKey(turn)));
    return ended.isPresent();
  }

  @Override
  public boolean requestStop(String turnId) {
    return update(
            turnId, List.of(Change.set(STOP, Value.of(true))), Condition.any(IS_QUEUED, IS_RUNNING))
        .isPresent();
  }

  /** Listings that outlived their turn, after a crash between two writes, are tidied up here. */
  @Override
  public List<Turn> open(ConversationId conversation) {
    Query listed = new Query(TurnRow.openPartition(conversation), "", false, MOST_LISTED);
    return table.query(listed).stream()
        .map(listing -> find(listing.key().sort()))
        .flatMap(Optional::stream)
        .filter(this::openOrElseUnlisted)
        .toList();
  }

  private boolean openOrElseUnlisted(Turn turn) {
    if (hasEnded(turn.state())) {
      table.delete(listingKey(turn));
      return false;
    }
    return true;
  }

  private Optional<Turn> update(String turnId, List<Change> changes, Condition condition) {
    return table
        .updateIf(TurnRow.key(turnId), changes, condition)
        .map(row -> TurnRow.turn(turnId, row));
  }

  private Change leaseFor(Duration lease) {
    return Change.set(LEASE_UNTIL, Value.of(clock.instant().plus(lease).toEpochMilli()));
  }

  private static Condition heldBy(String worker) {
    return Condition.all(IS_RUNNING, Condition.equal(WORKER, Value.of(worker)));
  }

  private static Key listingKey(Turn turn) {
    return new Key(TurnRow.openPartition(turn.conversation()), turn.turnId());
  }

  private boolean notExpired(Item row) {
    return row.number(Item.TTL, Long.MAX_VALUE) > clock.instant().getEpochSecond();
  }

  private static boolean hasEnded(TurnState state) {
    return switch (state) {
      case QUEUED, RUNNING -> false;
      case DONE, STOPPED, FAILED -> true;
    };
  }
}
