package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.ModelName;
import java.util.Locale;
import java.util.ResourceBundle;

/** Tells a user what happened, what to do about it, and who can; {@code failures.properties}. */
final class FailureMessage {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle(
          FailureMessage.class.getPackageName() + ".failures",
          Locale.ROOT,
          FailureMessage.class.getClassLoader());

  private FailureMessage() {}

  /**
   * The text for a person.
   *
   * @param tries how often the model was asked
   */
  static String of(Failure failure, int tries, ModelName name) {
    return TEXTS
        .getString(word(failure))
        .replace("{provider}", name.provider())
        .replace("{model}", name.model())
        .replace("{detail}", failure.detail())
        .replace("{tries}", tries > 1 ? TEXTS.getString("tries") : "");
  }

  /** The failure's name in lower case with dashes, for texts and for the log. */
  static String word(Failure failure) {
    return failure
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
