package dev.gatehouse.llm.standin;

import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.ModelName;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.Usage;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers when no language model is configured, so that the whole path can be seen and is of some
 * use: looks the question up and quotes what it finds. Each answer begins with a label that says
 * so; nothing is made up.
 */
public final class StandInModel implements LanguageModel {
  /** What the stand-in is called in the log and in {@code status}. */
  public static final ModelName NAME = new ModelName("stand-in", "look-up");

  private static final Pattern WORD = Pattern.compile("\\S*\\s*");

  private final Supplier<Documents> documents;
  private final Pauses pauses;
  private final Duration pace;

  /**
   * A stand-in.
   *
   * @param documents asked for each answer, after the label is out
   * @param pace between two words
   */
  public StandInModel(Supplier<Documents> documents, Pauses pauses, Duration pace) {
    this.documents = documents;
    this.pauses = pauses;
    this.pace = pace;
  }

  @Override
  public ModelName name() {
    return NAME;
  }

  @Override
  public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
    listener.text(DocumentSearch.LABEL);
    Matcher words = WORD.matcher(DocumentSearch.answer(prompt, documents.get()));
    while (words.find() && !words.group().isEmpty()) {
      if (pauses.cancelledWithin(pace, call.cancellation())) {
        return new Ending.Cancelled();
      }
      listener.text(words.group());
    }
    return new Ending.Complete(Usage.unknown(), false);
  }
}
