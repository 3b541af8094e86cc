package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.ModelName;

/** The last step of a turn, made from how the streaming of its answer ended. */
final class FinalAnswer {
  /** Why an answer failed that could be shown nowhere. */
  static final String CHANNEL_GONE = "channel-gone";

  private static final String CUT = "*(Cut at the length that an answer may have. Ask to go on.)*";
  private static final String NO_TIME =
      "⚠️ *The time for one answer is over. Ask to go on; whoever runs this Gatehouse can raise the"
          + " function's time limit.*";
  private static final String NO_CHANNEL =
      "⚠️ *The answer could not be shown here while it was written. Ask again.*";

  private FinalAnswer() {}

  /**
   * The step after the model came to an end.
   *
   * @param said all that the model said
   * @param before what is shown of an earlier worker's answer as long as the model says nothing
   */
  static Answered of(Ending ending, String said, String before, ModelName name) {
    String text = said.isEmpty() ? before : said;
    return switch (ending) {
      case Ending.Complete(var _, boolean cut) when cut ->
          new Answered(AnswerOutcome.CUT, "", text, CUT);
      case Ending.Complete _ when said.isEmpty() -> failed(text, new Failure.Empty(), 1, name);
      case Ending.Complete _ -> new Answered(AnswerOutcome.COMPLETE, "", text, "");
      case Ending.Cancelled _ -> stopped(text);
      case Ending.Failed(Failure failure, int tries) -> failed(text, failure, tries, name);
    };
  }

  /** Somebody pressed the stop button. */
  static Answered stopped(String text) {
    String note = text.isEmpty() ? "*Stopped before the answer began.*" : "*Stopped.*";
    return new Answered(AnswerOutcome.STOPPED, "", text, note);
  }

  /** The function's time is over. */
  static Answered outOfTime(String text) {
    return new Answered(AnswerOutcome.OUT_OF_TIME, "", text, NO_TIME);
  }

  /** There was nowhere to show the answer, so nothing of it is remembered. */
  static Answered channelGone() {
    return new Answered(AnswerOutcome.FAILED, CHANNEL_GONE, "", NO_CHANNEL);
  }

  private static Answered failed(String text, Failure failure, int tries, ModelName name) {
    String note = "⚠️ " + FailureMessage.of(failure, tries, name);
    return new Answered(AnswerOutcome.FAILED, FailureMessage.word(failure), text, note);
  }
}
