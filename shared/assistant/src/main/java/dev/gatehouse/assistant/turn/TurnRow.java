package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A turn's row, which is leased; the row beside it that keeps what was shown of an answer before
 * that is recorded; and the row that lists the turn among the open ones of its conversation. Texts
 * lie beside the turn's row, since that is written once a second.
 */
final class TurnRow {
  static final String REPLY = "reply";
  static final String STOP = "stop";
  static final String LISTED = "listed";
  static final String TEXT = "text";
  static final String EPOCH = "epoch";
  private static final String STEPS = "steps";
  private static final String STEP = "step";
  private static final String OUTCOME = "outcome";
  private static final String PLATFORM = "platform";
  private static final String CHANNEL = "channel";
  private static final String ASKED_BY = "asked_by";

  private static final int MOST_ROWS = 1000;

  private TurnRow() {}

  /** A turn that has been asked. */
  static Map<String, Value> asked(ConversationId conversation, String askedBy, long expiresAt) {
    Map<String, Value> row = new HashMap<>();
    row.put(PLATFORM, Value.of(conversation.platform().name()));
    row.put(CHANNEL, Value.of(conversation.channelId()));
    row.put(ASKED_BY, Value.of(askedBy));
    row.put(Item.TTL, Value.of(expiresAt));
    return row;
  }

  /** Counts the step that was written beside the row. */
  static List<Change> counted(int steps, TurnStep last) {
    List<Change> changes = new ArrayList<>();
    changes.add(Change.set(STEPS, Value.of(steps)));
    changes.add(Change.set(STEP, Value.of(StepRow.kind(last))));
    if (last instanceof Answered answered) {
      changes.add(Change.set(OUTCOME, Value.of(answered.outcome().word())));
    }
    return changes;
  }

  /** How many steps are recorded beside the row; having been asked is not among them. */
  static int steps(Item row) {
    return (int) row.number(STEPS, 0);
  }

  static Turn turn(String turnId, Item row) {
    return new Turn(
        turnId,
        conversation(row),
        row.text(ASKED_BY).orElse(""),
        state(row),
        row.text(REPLY),
        row.flag(STOP),
        row.text(OUTCOME).map(AnswerOutcome::ofWord));
  }

  /** Deletes the texts of a turn that has ended, and then its listing, by which they are found. */
  static void tidy(Table table, Turn ended) {
    Key own = RowKeys.turn(ended.turnId());
    table.query(new Query(own.partition(), "", false, MOST_ROWS)).stream()
        .map(Item::key)
        .filter(key -> !key.equals(own))
        .forEach(table::delete);
    table.delete(RowKeys.openTurn(ended.conversation(), ended.turnId()));
  }

  private static TurnState state(Item row) {
    LeaseState lease = LeaseState.of(row);
    if (lease.finished()) {
      return TurnState.ENDED;
    }
    if (lease.holder().isPresent()) {
      return TurnState.RUNNING;
    }
    return row.text(STEP).filter(step -> step.startsWith("waiting-")).isPresent()
        ? TurnState.WAITING
        : TurnState.QUEUED;
  }

  private static ConversationId conversation(Item row) {
    return new ConversationId(
        new Platform(row.text(PLATFORM).orElseThrow()), row.text(CHANNEL).orElseThrow());
  }
}
