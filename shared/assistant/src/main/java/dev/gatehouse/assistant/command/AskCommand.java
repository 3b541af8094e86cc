package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.question.QuestionWriter;
import dev.gatehouse.assistant.question.WrittenQuestion;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns a question within its limits into a turn. Each step may be repeated: the entry and the turn
 * have ids of their own, and a turn that is queued twice is answered once.
 */
public final class AskCommand {
  /** The most characters (UTF-16 units) of a question: no chat sends longer ones. */
  static final int MOST_QUESTION = 4000;

  private final History history;
  private final TurnStore turns;
  private final QueueSender queue;
  private final RateLimit rateLimit;
  private final RepeatedQuestions repeated;
  private final QuestionWriter questions;
  private final WaitingNotice waiting;

  public AskCommand(
      History history,
      TurnStore turns,
      QueueSender queue,
      RateLimit rateLimit,
      RepeatedQuestions repeated,
      QuestionWriter questions,
      Replies replies) {
    this.history = history;
    this.turns = turns;
    this.queue = queue;
    this.rateLimit = rateLimit;
    this.repeated = repeated;
    this.questions = questions;
    this.waiting = new WaitingNotice(history, turns, replies);
  }

  Outcome ask(Request request, String text) {
    if (text.isBlank() && request.enclosures().isEmpty()) {
      return new Outcome.Answered(emptyQuestion());
    }
    if (text.length() > MOST_QUESTION) {
      return new Outcome.Answered(tooLong(text.length()));
    }
    Optional<Duration> wait = toWait(request);
    if (wait.isPresent()) {
      return new Outcome.Answered(tooMany(rateLimit.perMinute(), wait.get()));
    }
    WrittenQuestion question = questions.write(request, text);
    if (question.prompt().isEmpty()) {
      return new Outcome.Answered(unreadable(question.notice()));
    }
    Optional<Duration> untilAgain = repeated.claim(request, text);
    if (untilAgain.isPresent()) {
      return new Outcome.Answered(alreadyAsked(untilAgain.get()));
    }
    remember(request, question.prompt());
    queue(request, question);
    return new Outcome.Queued();
  }

  /** A question is counted at its first attempt only. */
  private Optional<Duration> toWait(Request request) {
    return request.firstAttempt()
        ? rateLimit.take(request.conversation().platform(), request.caller().author().id())
        : Optional.empty();
  }

  /** Under the event's id: the answer's entry has the turn's. */
  private void remember(Request request, String question) {
    String asker = request.caller().author().name();
    history.append(
        request.conversation(),
        new Entry(request.eventId(), Entry.Role.USER, asker, question, request.at()));
  }

  private void queue(Request request, WrittenQuestion question) {
    Author asker = request.caller().author();
    TurnRequested turn =
        new TurnRequested(
            QueueMessage.VERSION,
            request.turnId(request.id()),
            request.conversation(),
            request.target(),
            asker.id(),
            asker.name(),
            question.prompt(),
            question.notice(),
            request.at());
    if (turns.create(turn.turnId(), turn.conversation(), turn.askedBy())) {
      waiting.show(request, turn.turnId());
    }
    queue.send(
        new OutgoingMessage(turn.groupId(), turn.deduplicationId(), MessageCodec.encode(turn)));
  }

  private static String emptyQuestion() {
    return "I was called, but there is no question that I can read. Write it behind the mention,"
        + " such as `@me why does the build fail?`, or see `"
        + AssistantHelp.PREFIX
        + "help`.";
  }

  private static String unreadable(String notice) {
    return "There is nothing in your message that I can read, so I do not know what to answer."
        + (notice.isEmpty() ? "" : "\n" + notice);
  }

  private static String tooLong(int length) {
    return "That question has %,d characters; I take at most %,d. Shorten it, or ask in parts."
        .formatted(length, MOST_QUESTION);
  }

  private static String tooMany(int perMinute, Duration wait) {
    return "By my count that is more than %d questions in a minute, which is the limit here"
            .formatted(perMinute)
        + " (`RATE_LIMIT_PER_MINUTE`). Please ask again in "
        + Math.max(1, wait.toSeconds())
        + " s.";
  }

  private static String alreadyAsked(Duration untilAgain) {
    return "You have just asked the same here and it was taken on, so I do not answer it twice: that"
        + " answer is above, or on its way. To have another one, ask in other words, or again in "
        + Math.max(1, untilAgain.toSeconds())
        + " s.";
  }
}
