package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns in rows of a table: each has one that is leased, and its steps beside it. Throws {@link
 * dev.gatehouse.cloud.table.TableUnavailableException} when the table does not answer.
 */
public final class TableTurnStore implements TurnStore {
  private static final int MOST_LISTED = 100;

  private final Table table;
  private final InstantSource clock;
  private final LeaseTable leases;
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
    this.leases = new LeaseTable(table, clock);
    this.retention = retention;
  }

  /** Listed first: a listing without a turn is harmless, a turn without a listing is not seen. */
  @Override
  public boolean create(String turnId, ConversationId conversation, String askedBy) {
    list(turnId, conversation);
    Map<String, Value> row = TurnRow.asked(conversation, askedBy, expiry());
    row.put(TurnRow.LISTED, Value.of(true));
    return table.putIf(new Item(RowKeys.turn(turnId), row), Condition.absent());
  }

  @Override
  public Optional<Turn> find(String turnId) {
    return table
        .get(RowKeys.turn(turnId))
        .filter(this::notExpired)
        .map(row -> TurnRow.turn(turnId, row));
  }

  @Override
  public TurnClaim claim(TurnRequested request, String worker, Duration length) {
    Key row = RowKeys.turn(request.turnId());
    return switch (leases.claim(row, worker, length, asked(request))) {
      case LeaseClaim.Claimed(Lease lease) -> taken(request, lease);
      case LeaseClaim.Resumed(Lease lease) -> taken(request, lease);
      case LeaseClaim.Held(Instant until) -> new TurnClaim.Held(until);
      case LeaseClaim.Finished(Item ended) -> {
        TurnRow.tidy(table, TurnRow.turn(request.turnId(), ended));
        yield new TurnClaim.Ended();
      }
    };
  }

  @Override
  public boolean requestStop(String turnId) {
    Condition isOpen = Condition.all(Condition.present(), LeaseState.NOT_FINISHED);
    List<Change> stop = List.of(Change.set(TurnRow.STOP, Value.of(true)));
    return table.updateIf(RowKeys.turn(turnId), stop, isOpen).isPresent();
  }

  @Override
  public void showIn(String turnId, String replyReference) {
    Condition isOpen = Condition.all(Condition.present(), LeaseState.NOT_FINISHED);
    List<Change> reply = List.of(Change.set(TurnRow.REPLY, Value.of(replyReference)));
    table.updateIf(RowKeys.turn(turnId), reply, isOpen);
  }

  /** What outlived its turn, after a crash between two writes, is tidied up here. */
  @Override
  public List<Turn> open(ConversationId conversation) {
    Query listed = new Query(RowKeys.openTurns(conversation), "", false, MOST_LISTED);
    return table.query(listed).stream()
        .map(listing -> find(listing.key().sort()))
        .flatMap(Optional::stream)
        .filter(this::openOrElseTidied)
        .toList();
  }

  private boolean openOrElseTidied(Turn turn) {
    if (turn.state() == TurnState.ENDED) {
      TurnRow.tidy(table, turn);
      return false;
    }
    return true;
  }

  private TurnClaim taken(TurnRequested request, Lease lease) {
    if (!lease.row().flag(TurnRow.LISTED)) {
      list(request.turnId(), request.conversation());
    }
    return new TurnClaim.Taken(new TurnLease(table, clock, lease, retention, request));
  }

  private List<Change> asked(TurnRequested request) {
    return TurnRow.asked(request.conversation(), request.askedBy(), expiry()).entrySet().stream()
        .map(attribute -> Change.set(attribute.getKey(), attribute.getValue()))
        .toList();
  }

  private void list(String turnId, ConversationId conversation) {
    table.put(
        new Item(RowKeys.openTurn(conversation, turnId), Map.of(Item.TTL, Value.of(expiry()))));
  }

  private long expiry() {
    return clock.instant().plus(retention).getEpochSecond();
  }

  private boolean notExpired(Item row) {
    return row.number(Item.TTL, Long.MAX_VALUE) > clock.instant().getEpochSecond();
  }
}
