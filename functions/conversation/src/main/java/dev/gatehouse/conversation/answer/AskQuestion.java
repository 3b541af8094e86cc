package dev.gatehouse.conversation.answer;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.message.Question;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;

/**
 * Turns a question into a turn. Each step may be repeated: the entry and the turn have ids of their
 * own, and a turn that is queued twice is answered once.
 */
public final class AskQuestion {
  private final History history;
  private final TurnStore turns;
  private final QueueSender queue;

  public AskQuestion(History history, TurnStore turns, QueueSender queue) {
    this.history = history;
    this.turns = turns;
    this.queue = queue;
  }

  /**
   * Remembers and queues the question; its id becomes the turn's.
   *
   * @param entryId the id of the history's entry, other than the turn's, which is the answer's
   */
  public Outcome ask(Question question, String entryId) {
    history.append(question.conversation(), entry(question, entryId));
    turns.create(question.id(), question.conversation(), question.asker().id());
    queue.send(message(turn(question)));
    return new Outcome.Queued();
  }

  private static Entry entry(Question question, String entryId) {
    return new Entry(
        entryId, Entry.Role.USER, question.asker().name(), question.text(), question.askedAt());
  }

  private static TurnRequested turn(Question question) {
    return new TurnRequested(
        QueueMessage.VERSION,
        question.id(),
        question.conversation(),
        question.target(),
        question.asker().id(),
        question.asker().name(),
        question.text(),
        question.askedAt());
  }

  private static OutgoingMessage message(TurnRequested turn) {
    return new OutgoingMessage(turn.groupId(), turn.deduplicationId(), MessageCodec.encode(turn));
  }
}
