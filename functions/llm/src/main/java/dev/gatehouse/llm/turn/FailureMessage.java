package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.ModelName;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Tells a user what happened, what to do about it, and who can; {@code failures.properties}. */
final class FailureMessage {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle(
          FailureMessage.class.getPackageName() + ".failures",
          Locale.ROOT,
          FailureMessage.class.getClassLoader());

  private FailureMessage() {}

  static String of(Failure failure, ModelName name) {
    return TEXTS
        .getString(word(failure))
        .replace("{provider}", name.provider())
        .replace("{model}", name.model())
        .replace("{detail}", detail(failure));
  }

  /** The failure's name in lower case with dashes, for texts and for the log. */
  static String word(Failure failure) {
    return failure
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static String detail(Failure failure) {
    return switch (failure) {
      case Failure.RateLimited(Optional<Duration> wait) -> time(wait);
      case Failure.Unauthorized(int status) -> Integer.toString(status);
      case Failure.ServerError(int status, Optional<Duration> _) -> Integer.toString(status);
      case Failure.InvalidRequest(int status) -> Integer.toString(status);
      case Failure.KeyMissing(String setting) -> setting;
      case Failure.KeyUnavailable(String setting) -> setting;
      case Failure.Unreachable(String host) -> host;
      case Failure.TimedOut(Duration silence) -> Long.toString(silence.toSeconds());
      case Failure.QuotaExhausted _,
          Failure.ContextTooLong _,
          Failure.Refused _,
          Failure.ModelNotFound _,
          Failure.BrokenOff _,
          Failure.Unintelligible _,
          Failure.Empty _ ->
          "";
    };
  }

  private static String time(Optional<Duration> wait) {
    long seconds = wait.map(Duration::toSeconds).orElse(60L);
    return seconds <= 60 ? "a minute" : (seconds + 59) / 60 + " minutes";
  }
}
