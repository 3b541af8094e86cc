package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One worker's hold on one turn: what earlier workers recorded, and what this one does. Each write
 * is refused with a {@link LeaseLostException} once another worker has taken over, or has even
 * ended the turn: the lease is renewed before a row beside the turn's own is written. Such a row
 * carries the lease's epoch as well, so that a write that is overtaken on its way replaces no later
 * worker's. Not safe for use by several threads.
 */
public final class TurnLease {
  private static final int MOST_ROWS = 1000;

  private final Table table;
  private final InstantSource clock;
  private final Lease lease;
  private final Duration retention;
  private final TurnRequested request;
  private final Turn turn;
  private final String shownBefore;
  private TurnSteps steps;

  /** Reads what lies beside the turn's row, which has just been claimed. */
  TurnLease(
      Table table, InstantSource clock, Lease lease, Duration retention, TurnRequested request) {
    this.table = table;
    this.clock = clock;
    this.lease = lease;
    this.retention = retention;
    this.request = request;
    this.turn = TurnRow.turn(request.turnId(), lease.row());
    Map<String, Item> rows = rowsBeside(table, request.turnId());
    this.steps = recorded(rows);
    Item shown = rows.get(RowKeys.turnShown(request.turnId()).sort());
    this.shownBefore = shown == null ? "" : shown.text(TurnRow.TEXT).orElse("");
  }

  /** What was asked. */
  public TurnRequested request() {
    return request;
  }

  /** The turn as it was when it was taken. */
  public Turn turn() {
    return turn;
  }

  /** The steps that are recorded. */
  public TurnSteps steps() {
    return steps;
  }

  /**
   * What an earlier worker had shown, or was about to, of an answer that it did not record; empty
   * when that was nothing.
   */
  public String shownBefore() {
    return shownBefore;
  }

  /**
   * Records the next step, before anything of it is shown. Its row is written first, and counts
   * once the turn's row does so under the lease.
   *
   * @throws IllegalStateException when it may not follow the last one
   */
  public void record(TurnStep next) {
    TurnSteps more = steps.with(next);
    int number = more.all().size() - 1;
    lease.renew(List.of());
    writeBeside(RowKeys.turnStep(request.turnId(), number), StepRow.attributes(next));
    lease.progress(TurnRow.counted(number, next));
    steps = more;
  }

  /**
   * Prolongs the lease.
   *
   * @param replyReference what takes up the reply that is shown, once there is one
   * @return the turn as it is now, with {@link Turn#stopRequested()}
   */
  public Turn renew(Optional<String> replyReference) {
    List<Change> reply =
        replyReference.stream()
            .map(reference -> Change.set(TurnRow.REPLY, Value.of(reference)))
            .toList();
    return TurnRow.turn(request.turnId(), lease.renew(reply));
  }

  /**
   * Prolongs the lease, and keeps the text that is about to be shown of an answer that is not
   * whole, so that a worker that takes over can end the answer with it.
   *
   * @return as {@link #renew} does
   */
  public Turn renewAndKeep(Optional<String> replyReference, String shown) {
    Turn now = renew(replyReference);
    writeBeside(RowKeys.turnShown(request.turnId()), Map.of(TurnRow.TEXT, Value.of(shown)));
    return now;
  }

  /** Lets the next delivery go on at once, after the last recorded step. */
  public void release() {
    lease.release(List.of());
  }

  /** Ends the turn: what it said is left to the history, and nothing of it stays here. */
  public void end() {
    lease.finish(retention, List.of());
    TurnRow.tidy(table, turn);
  }

  /** Only of a lower epoch, or of this one, may a row be replaced. */
  private void writeBeside(Key key, Map<String, Value> attributes) {
    Map<String, Value> row = new HashMap<>(attributes);
    row.put(TurnRow.EPOCH, Value.of(lease.epoch()));
    row.put(Item.TTL, Value.of(clock.instant().plus(retention).getEpochSecond()));
    Condition isOurs = Condition.belowOrMissing(TurnRow.EPOCH, lease.epoch() + 1);
    if (!table.putIf(new Item(key, row), isOurs)) {
      throw lease.lost();
    }
  }

  private TurnSteps recorded(Map<String, Item> rows) {
    List<TurnStep> all = new ArrayList<>(TurnSteps.asked().all());
    for (int number = 1; number <= TurnRow.steps(lease.row()); number++) {
      Key key = RowKeys.turnStep(request.turnId(), number);
      Item row = rows.get(key.sort());
      if (row == null) {
        throw new IllegalStateException(key.partition() + "/" + key.sort() + ": the row is gone");
      }
      all.add(StepRow.step(row));
    }
    return new TurnSteps(all);
  }

  private static Map<String, Item> rowsBeside(Table table, String turnId) {
    return table
        .query(new Query(RowKeys.turn(turnId).partition(), RowKeys.BESIDE_TURN, false, MOST_ROWS))
        .stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.key().sort(), Function.identity()));
  }
}
