package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the same question, asked by the same person in the same conversation by a slash command,
 * from being answered twice within a minute. When the queue's answer is lost, the webhook cannot
 * know whether a command was taken, and its caller, who is told so, may send it again.
 *
 * <p>The first question claims a row for its turn. A turn that failed, was stopped or ran out of
 * time gives it up: then the same is asked again on purpose.
 */
public final class RepeatedQuestions {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final String TURN = "turn";
  private static final String AT = "at";

  private final Table table;
  private final TurnStore turns;

  public RepeatedQuestions(Table table, TurnStore turns) {
    this.table = table;
    this.turns = turns;
  }

  /**
   * Claims the question for the request's turn; again for the same turn is harmless.
   *
   * @return how long it takes until the same may be asked again; nothing when it is no repetition
   */
  Optional<Duration> claim(Request request, String text) {
    if (!(request.target() instanceof InteractionReply)) {
      return Optional.empty();
    }
    Key row =
        RowKeys.recentQuestion(
            request.conversation(), request.caller().author().id(), fingerprint(text));
    if (write(row, request, isFree(request))) {
      return Optional.empty();
    }
    Optional<Item> earlier = table.get(row);
    if (earlier.map(this::gaveUp).orElse(true) && write(row, request, isStill(earlier))) {
      return Optional.empty();
    }
    Instant first = Instant.ofEpochMilli(earlier.map(item -> item.number(AT, 0)).orElse(0L));
    return Optional.of(Duration.between(request.at(), first.plus(WINDOW)));
  }

  private boolean write(Key row, Request request, Condition condition) {
    List<Change> claim =
        List.of(
            Change.set(TURN, Value.of(turn(request))),
            Change.set(AT, Value.of(request.at().toEpochMilli())),
            Change.set(Item.TTL, Value.of(request.at().plus(KEPT).getEpochSecond())));
    return table.updateIf(row, claim, condition).isPresent();
  }

  private static Condition isFree(Request request) {
    return Condition.any(
        Condition.belowOrMissing(AT, request.at().minus(WINDOW).toEpochMilli() + 1),
        Condition.equal(TURN, Value.of(turn(request))));
  }

  private static Condition isStill(Optional<Item> earlier) {
    return earlier
        .flatMap(item -> item.text(TURN))
        .map(turn -> Condition.equal(TURN, Value.of(turn)))
        .orElseGet(Condition::absent);
  }

  private boolean gaveUp(Item earlier) {
    return earlier
        .text(TURN)
        .flatMap(turns::find)
        .flatMap(Turn::outcome)
        .map(RepeatedQuestions::gaveUp)
        .orElse(false);
  }

  private static boolean gaveUp(AnswerOutcome outcome) {
    return switch (outcome) {
      case COMPLETE, CUT -> false;
      case STOPPED, OUT_OF_TIME, FAILED -> true;
    };
  }

  private static String turn(Request request) {
    return request.turnId(request.id());
  }

  private static String fingerprint(String text) {
    return UUID.nameUUIDFromBytes(text.strip().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
