package dev.gatehouse.assistant.turn;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.assistant.turn.TurnStep.Asked;
import dev.gatehouse.assistant.turn.TurnStep.ModelAnswered;
import dev.gatehouse.assistant.turn.TurnStep.ToolCall;
import dev.gatehouse.assistant.turn.TurnStep.ToolCalled;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForApproval;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForJob;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A step's row beside its turn's. Its number tells which step it is; it counts once the turn's row
 * says that there are so many.
 */
final class StepRow {
  private static final String KIND = "kind";
  private static final String TEXT = "text";
  private static final String CALLS = "calls";
  private static final String CALL = "call";
  private static final String FAILED = "failed";
  private static final String UNTIL = "until";
  private static final String JOB = "job";
  private static final String CONTINUATION = "continuation";
  private static final String OUTCOME = "outcome";
  private static final String REASON = "reason";
  private static final String NOTE = "note";

  private StepRow() {}

  static String kind(TurnStep step) {
    return switch (step) {
      case Asked _ -> "asked";
      case ModelAnswered _ -> "model-answered";
      case ToolCalled _ -> "tool-called";
      case WaitingForApproval _ -> "waiting-for-approval";
      case WaitingForJob _ -> "waiting-for-job";
      case Answered _ -> "answered";
    };
  }

  static Map<String, Value> attributes(TurnStep step) {
    Map<String, Value> row = new HashMap<>();
    row.put(KIND, Value.of(kind(step)));
    switch (step) {
      case Asked _ -> {}
      case ModelAnswered(String text, List<ToolCall> calls) -> {
        row.put(TEXT, Value.of(text));
        row.put(CALLS, Value.of(calls.size()));
        IntStream.range(0, calls.size()).forEach(i -> putCall(row, i, calls.get(i)));
      }
      case ToolCalled(String callId, boolean failed, String result) -> {
        row.put(CALL, Value.of(callId));
        row.put(FAILED, Value.of(failed));
        row.put(TEXT, Value.of(result));
      }
      case WaitingForApproval(String callId, Instant until, TurnRequested continuation) -> {
        row.put(CALL, Value.of(callId));
        row.put(UNTIL, Value.of(until.toEpochMilli()));
        row.put(CONTINUATION, Value.of(MessageCodec.encode(continuation)));
      }
      case WaitingForJob(String callId, String jobId, TurnRequested continuation) -> {
        row.put(CALL, Value.of(callId));
        row.put(JOB, Value.of(jobId));
        row.put(CONTINUATION, Value.of(MessageCodec.encode(continuation)));
      }
      case Answered(AnswerOutcome outcome, String reason, String text, String note) -> {
        row.put(OUTCOME, Value.of(outcome.word()));
        row.put(REASON, Value.of(reason));
        row.put(TEXT, Value.of(text));
        row.put(NOTE, Value.of(note));
      }
    }
    return row;
  }

  static TurnStep step(Item row) {
    String kind = text(row, KIND);
    return switch (kind) {
      case "asked" -> new Asked();
      case "model-answered" -> new ModelAnswered(text(row, TEXT), calls(row));
      case "tool-called" -> new ToolCalled(text(row, CALL), row.flag(FAILED), text(row, TEXT));
      case "waiting-for-approval" ->
          new WaitingForApproval(
              text(row, CALL), Instant.ofEpochMilli(row.number(UNTIL, 0)), continuation(row));
      case "waiting-for-job" ->
          new WaitingForJob(text(row, CALL), text(row, JOB), continuation(row));
      case "answered" ->
          new Answered(
              AnswerOutcome.ofWord(text(row, OUTCOME)),
              text(row, REASON),
              text(row, TEXT),
              text(row, NOTE));
      default -> throw new IllegalStateException("kind: no step of a turn is called " + kind);
    };
  }

  private static void putCall(Map<String, Value> row, int index, ToolCall call) {
    row.put("call_" + index + "_id", Value.of(call.id()));
    row.put("call_" + index + "_tool", Value.of(call.tool()));
    row.put("call_" + index + "_arguments", Value.of(call.arguments()));
  }

  private static List<ToolCall> calls(Item row) {
    return IntStream.range(0, (int) row.number(CALLS, 0))
        .mapToObj(i ->
            new ToolCall(
                text(row, "call_" + i + "_id"),
                text(row, "call_" + i + "_tool"),
                text(row, "call_" + i + "_arguments")))
        .toList();
  }

  private static TurnRequested continuation(Item row) {
    return (TurnRequested) MessageCodec.decode(text(row, CONTINUATION));
  }

  private static String text(Item row, String attribute) {
    return row.text(attribute).orElse("");
  }
}
