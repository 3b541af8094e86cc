package dev.gatehouse.conversation.command;

import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Question;
import dev.gatehouse.conversation.answer.AskQuestion;
import dev.gatehouse.conversation.answer.Outcome;
import dev.gatehouse.conversation.answer.RateLimit;
import dev.gatehouse.conversation.answer.Request;
import dev.gatehouse.conversation.answer.Visit;
import java.time.Duration;
import java.util.Optional;

/** Takes questions within their limits. */
public final class Asking {
  private final AskQuestion askQuestion;
  private final RateLimit rateLimit;

  public Asking(AskQuestion askQuestion, RateLimit rateLimit) {
    this.askQuestion = askQuestion;
    this.rateLimit = rateLimit;
  }

  Outcome ask(Visit visit, String text) {
    if (text.length() > AssistantCommands.MOST_QUESTION) {
      return new Outcome.Say(Help.tooLong(text.length()));
    }
    return wait(visit)
        .<Outcome>map(wait -> new Outcome.Say(Help.tooMany(rateLimit.perMinute(), wait)))
        .orElseGet(() -> askQuestion.ask(question(visit.request(), text), entryId(visit)));
  }

  /** A question is counted at its first attempt only. */
  private Optional<Duration> wait(Visit visit) {
    Request request = visit.request();
    return visit.first()
        ? rateLimit.take(request.conversation().platform(), request.caller().author().id())
        : Optional.empty();
  }

  private static Question question(Request request, String text) {
    Author asker = request.caller().author();
    return new Question(
        request.id(), request.conversation(), asker, text, request.target(), request.at());
  }

  private static String entryId(Visit visit) {
    return visit.request().eventId();
  }
}
