package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.assistant.turn.TurnStep.Asked;
import dev.gatehouse.assistant.turn.TurnStep.ModelAnswered;
import dev.gatehouse.assistant.turn.TurnStep.ToolCall;
import dev.gatehouse.assistant.turn.TurnStep.ToolCalled;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForApproval;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForJob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of a turn so far, and which may follow them: the model answers until it wants no more
 * tools, each call that it wants gets one result, and a call may wait for an approval and then for
 * a job. Whatever happens, the turn may be answered, once.
 *
 * @param all from {@link Asked} on, in their order
 */
public record TurnSteps(List<TurnStep> all) {
  public TurnSteps {
    all = List.copyOf(all);
  }

  /** A turn that has been asked, and no more. */
  public static TurnSteps asked() {
    return new TurnSteps(List.of(new Asked()));
  }

  /** The step that the turn goes on after. */
  public TurnStep last() {
    return all.getLast();
  }

  /**
   * The steps with a further one.
   *
   * @throws IllegalStateException when that one may not follow, with the reason
   */
  public TurnSteps with(TurnStep next) {
    String refusal = refusal(next);
    if (!refusal.isEmpty()) {
      throw new IllegalStateException(next + " cannot follow " + last() + ": " + refusal);
    }
    List<TurnStep> more = new ArrayList<>(all);
    more.add(next);
    return new TurnSteps(more);
  }

  /** The ids of the calls that have no result yet, in the order in which the model wants them. */
  public Set<String> openCalls() {
    Set<String> open = new LinkedHashSet<>();
    for (TurnStep step : all) {
      switch (step) {
        case ModelAnswered answer -> answer.calls().stream().map(ToolCall::id).forEach(open::add);
        case ToolCalled call -> open.remove(call.callId());
        case Asked _, WaitingForApproval _, WaitingForJob _, Answered _ -> {}
      }
    }
    return open;
  }

  /** Why the step may not come next; empty when it may. */
  private String refusal(TurnStep next) {
    if (last() instanceof Answered) {
      return "the turn is answered";
    }
    return switch (next) {
      case Asked _ -> "a turn is asked once, at its beginning";
      case ModelAnswered _ -> refusalOfModel();
      case ToolCalled call -> refusalOfCall(call.callId());
      case WaitingForApproval wait -> refusalOfApproval(wait.callId());
      case WaitingForJob wait -> refusalOfJob(wait.callId());
      case Answered _ -> "";
    };
  }

  private String refusalOfModel() {
    Set<String> open = openCalls();
    return open.isEmpty() ? "" : "calls without a result: " + String.join(", ", open);
  }

  private String refusalOfCall(String callId) {
    if (!openCalls().contains(callId)) {
      return "no call " + callId + " is without a result";
    }
    return switch (last()) {
      case WaitingForApproval(String waiting, var _, var _) when !waiting.equals(callId) ->
          "the turn waits for call " + waiting;
      case WaitingForJob(String waiting, var _, var _) when !waiting.equals(callId) ->
          "the turn waits for call " + waiting;
      case WaitingForApproval _,
          WaitingForJob _,
          Asked _,
          ModelAnswered _,
          ToolCalled _,
          Answered _ ->
          "";
    };
  }

  private String refusalOfApproval(String callId) {
    return switch (last()) {
      case WaitingForApproval _ -> "the turn waits for an approval already";
      case WaitingForJob _ -> "a job that runs needs no approval any more";
      case Asked _, ModelAnswered _, ToolCalled _, Answered _ -> refusalOfCall(callId);
    };
  }

  private String refusalOfJob(String callId) {
    return last() instanceof WaitingForJob
        ? "the turn waits for a job already"
        : refusalOfCall(callId);
  }
}
