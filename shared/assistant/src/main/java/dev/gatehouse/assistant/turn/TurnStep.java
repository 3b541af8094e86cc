package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.history.AbridgedText;
import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.history.HistoryLimits;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.contracts.text.CodeFences;
import java.time.Instant;
import java.util.List;

/**
 * One step of a turn. It is recorded before anything of it is shown, so that a worker that takes
 * over goes on after the last one; {@link TurnSteps} says which may follow which.
 */
public sealed interface TurnStep {
  /** The question is noted. */
  record Asked() implements TurnStep {}

  /**
   * The model wants tools to be called before it goes on; an answer without calls is {@link
   * Answered}.
   *
   * @param text what it said before that; may be empty
   */
  record ModelAnswered(String text, List<ToolCall> calls) implements TurnStep {
    public ModelAnswered {
      if (calls.isEmpty()) {
        throw new IllegalArgumentException("calls: must hold at least one");
      }
      text = bounded(text);
      calls = List.copyOf(calls);
    }

    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "ModelAnswered[" + calls + "]";
    }
  }

  /**
   * A tool gave a result, be it that it failed or that the call was refused.
   *
   * @param result as the model reads it
   */
  record ToolCalled(String callId, boolean failed, String result) implements TurnStep {
    public ToolCalled {
      result = bounded(result);
    }

    /** Without the result: logs carry no content. */
    @Override
    public String toString() {
      return "ToolCalled[" + callId + ", failed=" + failed + "]";
    }
  }

  /**
   * The turn rests until a person allows or refuses the call.
   *
   * @param until when the question for approval expires
   * @param continuation what is queued when it was answered
   */
  record WaitingForApproval(String callId, Instant until, TurnRequested continuation)
      implements TurnStep {}

  /**
   * The turn rests until a job that the call started has ended.
   *
   * @param continuation what is queued when it has
   */
  record WaitingForJob(String callId, String jobId, TurnRequested continuation)
      implements TurnStep {}

  /**
   * The last step: what is shown and remembered for good.
   *
   * @param reason why it failed, such as {@code rate-limited}; empty for other outcomes
   * @param text what the answer says; empty when it never began
   * @param note what the person is told below it, as how it ended when it is not whole; may be
   *     empty
   */
  record Answered(AnswerOutcome outcome, String reason, String text, String note)
      implements TurnStep {
    public Answered {
      if (text.isBlank() && note.isBlank()) {
        throw new IllegalArgumentException("text: must not be blank without a note");
      }
      text = bounded(text);
    }

    /** The same, with a further note; an empty one changes nothing. */
    public Answered withNote(String further) {
      String notes = note.isEmpty() || further.isEmpty() ? note + further : note + "\n" + further;
      return new Answered(outcome, reason, text, notes);
    }

    /** The text as the reply shows it, with the note below it and outside of any code block. */
    public String shown() {
      if (note.isEmpty()) {
        return text;
      }
      return text.isEmpty() ? note : CodeFences.closed(text) + "\n\n" + note;
    }

    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "Answered[" + outcome + ", " + text.length() + " chars]";
    }
  }

  /**
   * A tool that the model wants to be called.
   *
   * @param id unique in the turn
   * @param arguments a JSON object
   */
  record ToolCall(String id, String tool, String arguments) {
    /** Without the arguments: logs carry no content. */
    @Override
    public String toString() {
      return tool + "(" + id + ")";
    }
  }

  /** As much as fits a row. */
  private static String bounded(String text) {
    return AbridgedText.of(text, HistoryLimits.MOST_TEXT);
  }
}
