package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.ModelName;
import java.time.Duration;
import java.util.Optional;

/** Tells a user what happened, what to do about it, and who can. */
final class FailureMessage {
  private static final String OPERATOR = "Whoever runs this Gatehouse ";

  private FailureMessage() {}

  static String of(Failure failure, ModelName name) {
    String provider = "The model's provider (" + name.provider() + ") ";
    return switch (failure) {
      case Failure.RateLimited(Optional<Duration> wait) ->
          provider + "gets more requests than it allows. Ask again in " + time(wait) + ".";
      case Failure.QuotaExhausted _ ->
          provider
              + "says that the account's credit is used up. "
              + OPERATOR
              + "can top it up, or name another provider in LLM_PROVIDER.";
      case Failure.Unauthorized(int status) ->
          provider
              + ("refuses our key (" + status + "). ")
              + OPERATOR
              + "should check the key and that it may use "
              + name.model()
              + ".";
      case Failure.KeyMissing(String setting) ->
          ("No key for " + name.provider() + " is configured, so it cannot be asked. ")
              + OPERATOR
              + ("can set " + setting + ", or LLM_PROVIDER to another provider.");
      case Failure.KeyUnavailable(String setting) ->
          ("The key for " + name.provider() + " cannot be read from its store right now. ")
              + "Ask again in a minute. If it stays so: "
              + "whoever runs this Gatehouse "
              + ("should check " + setting + ", and that the function may read it.");
      case Failure.ServerError(int status, Optional<Duration> wait) ->
          provider
              + ("is in trouble (" + status + "); asking several times did not help. ")
              + ("Ask again in " + time(wait) + ".");
      case Failure.ContextTooLong _ ->
          "This is more than "
              + name.model()
              + " can read at once. Ask with less text, or forget what was said before with `/clear`.";
      case Failure.Refused _ ->
          provider + "withheld the answer by its own rules. Asking in other words may help.";
      case Failure.ModelNotFound _ ->
          provider
              + ("knows no model named " + name.model() + ". ")
              + OPERATOR
              + "should check LLM_MODEL and LLM_BASE_URL.";
      case Failure.InvalidRequest(int status) ->
          provider
              + ("does not accept the request (" + status + "). ")
              + OPERATOR
              + "should check that LLM_PROVIDER, LLM_MODEL and LLM_BASE_URL belong together.";
      case Failure.Unreachable(String host) ->
          ("There is no connection to " + host + ", where " + name.provider() + " should be. ")
              + OPERATOR
              + "should check that it runs, and LLM_BASE_URL. Ask again when it does.";
      case Failure.TimedOut(Duration silence) ->
          provider
              + ("kept silent for " + silence.toSeconds() + " seconds. ")
              + "Ask again; a shorter question may help.";
      case Failure.BrokenOff _ ->
          "The connection to the model broke off before its answer was whole. Ask again.";
      case Failure.Unintelligible _ ->
          provider
              + "answers with something that is not its protocol. "
              + OPERATOR
              + "should check LLM_BASE_URL and LLM_PROVIDER.";
      case Failure.Empty _ -> "The model answered without a word. Ask again, in other words.";
    };
  }

  private static String time(Optional<Duration> wait) {
    long seconds = wait.map(Duration::toSeconds).orElse(60L);
    return seconds <= 60 ? "a minute" : (seconds + 59) / 60 + " minutes";
  }
}
