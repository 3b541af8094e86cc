package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.ModelName;

/**
 * What remains of an answer: its last form, the turn's end state, and a word for the log.
 *
 * @param text what the reply shows for good; never blank
 * @param remembered what the conversation keeps of it; empty for nothing
 */
record Epilogue(String text, String remembered, TurnState state, String outcome) {
  private static final String CUT = "*(Cut at the length that an answer may have. Ask to go on.)*";
  private static final String NO_TIME =
      "⚠️ *The time for one answer is over. Ask to go on; whoever runs this Gatehouse can raise the"
          + " function's time limit.*";

  /** Writing went on until the model's end, a stop or the clock. */
  static Epilogue of(Written written, ModelName name) {
    String text = written.text().strip();
    if (written.interruption() == Interruption.OUT_OF_TIME) {
      return new Epilogue(with(text, NO_TIME), text, TurnState.FAILED, "out-of-time");
    }
    return switch (written.ending()) {
      case Ending.Complete _ when text.isEmpty() -> failed("", new Failure.Empty(), name);
      case Ending.Complete(var _, boolean cut) when cut ->
          new Epilogue(with(text, CUT), text, TurnState.DONE, "cut");
      case Ending.Complete _ -> told(text);
      case Ending.Cancelled _ -> stopped(text);
      case Ending.Failed(Failure failure) -> failed(text, failure, name);
    };
  }

  /** A whole answer. */
  static Epilogue told(String text) {
    return new Epilogue(text, text, TurnState.DONE, "complete");
  }

  /** Somebody pressed the stop button. */
  static Epilogue stopped(String text) {
    String note = text.isEmpty() ? "*Stopped before the answer began.*" : "*Stopped.*";
    return new Epilogue(with(text, note), text, TurnState.STOPPED, "stopped");
  }

  private static Epilogue failed(String text, Failure failure, ModelName name) {
    String message = with(text, "⚠️ " + FailureMessage.of(failure, name));
    return new Epilogue(message, text, TurnState.FAILED, FailureMessage.word(failure));
  }

  private static String with(String text, String note) {
    return text.isEmpty() ? note : OpenFence.closed(text) + "\n\n" + note;
  }
}
