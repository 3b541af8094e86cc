package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.util.Optional;

/** One worker's hold on one turn: where its reply appears and where its state is kept. */
record Desk(TurnRequested request, String worker, Replies replies, TurnStore turns, TurnLog log) {
  String turnId() {
    return request.turnId();
  }

  /** Opens the reply; the turn's id as the key makes opening it again harmless. */
  Reply open(Draft first) {
    return replies.open(request.conversation(), request.reply(), request.turnId(), first);
  }

  /** Takes up the reply of an earlier worker. */
  Optional<Reply> resume(Turn turn) {
    return turn.replyReference()
        .filter(reference -> !reference.isBlank())
        .flatMap(reference -> replies.resume(request.conversation(), request.reply(), reference));
  }

  Optional<Turn> keep(String replyReference, Duration lease) {
    return turns.keep(request.turnId(), worker, replyReference, lease);
  }

  boolean end(TurnState state) {
    return turns.end(request.turnId(), worker, state);
  }

  void tableSilent(TableUnavailableException why) {
    log.trouble(request.turnId(), "the table does not answer", why);
  }
}
