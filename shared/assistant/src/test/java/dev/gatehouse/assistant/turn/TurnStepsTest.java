package dev.gatehouse.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.assistant.turn.TurnStep.Asked;
import dev.gatehouse.assistant.turn.TurnStep.ModelAnswered;
import dev.gatehouse.assistant.turn.TurnStep.ToolCall;
import dev.gatehouse.assistant.turn.TurnStep.ToolCalled;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForApproval;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForJob;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TurnStepsTest {
  private static final TurnRequested REQUEST =
      new TurnRequested(
          1,
          "t1",
          new ConversationId(new Platform("discord"), "1"),
          new ChannelReply("2"),
          "7",
          "Ada",
          "Why?",
          Instant.EPOCH);

  /** A row says which steps there are, which one comes, and why not; no reason: it may come. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          asked                                | asked      | a turn is asked once
          asked                                | model a    |
          asked                                | tool a     | no call a is without a result
          asked                                | approval a | no call a is without a result
          asked                                | job a      | no call a is without a result
          asked                                | answered   |
          asked, model a                       | model b    | calls without a result: a
          asked, model a                       | tool a     |
          asked, model a                       | tool b     | no call b is without a result
          asked, model a                       | approval a |
          asked, model a                       | job a      |
          asked, model a                       | answered   |
          asked, model a, tool a               | model b    |
          asked, model a, tool a               | tool a     | no call a is without a result
          asked, model a, tool a               | approval a | no call a is without a result
          asked, model a, tool a               | answered   |
          asked, model ab, tool a              | model c    | calls without a result: b
          asked, model ab, tool a              | tool b     |
          asked, model ab, tool a              | approval b |
          asked, model ab, approval a          | tool a     |
          asked, model ab, approval a          | tool b     | the turn waits for call a
          asked, model ab, approval a          | approval a | the turn waits for an approval
          asked, model ab, approval a          | approval b | the turn waits for an approval
          asked, model ab, approval a          | job a      |
          asked, model ab, approval a          | job b      | the turn waits for call a
          asked, model ab, approval a          | model c    | calls without a result: a, b
          asked, model ab, approval a          | answered   |
          asked, model a, job a                | tool a     |
          asked, model a, job a                | approval a | a job that runs needs no approval
          asked, model a, job a                | job a      | the turn waits for a job already
          asked, model ab, job a               | tool b     | the turn waits for call a
          asked, model a, approval a, job a    | tool a     |
          asked, model a, approval a, job a    | answered   |
          asked, answered                      | asked      | the turn is answered
          asked, answered                      | model a    | the turn is answered
          asked, answered                      | answered   | the turn is answered
          asked, model a, tool a, answered     | tool a     | the turn is answered
          """)
  void aStepFollowsOnlyWhereItMay(String before, String next, String refusal) {
    TurnSteps steps = new TurnSteps(Arrays.stream(before.split(", ")).map(this::step).toList());

    if (refusal == null) {
      assertThat(steps.with(step(next)).last()).isEqualTo(step(next));
    } else {
      assertThatThrownBy(() -> steps.with(step(next)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(" cannot follow ")
          .hasMessageContaining(refusal);
    }
  }

  @Test
  void aRefusalNamesBothStepsWithoutWhatTheySay() {
    assertThatThrownBy(() -> TurnSteps.asked().with(step("answered")).with(step("model a")))
        .hasMessage(
            "ModelAnswered[[search(a)]] cannot follow Answered[COMPLETE, 7 chars]: the turn is"
                + " answered");
  }

  @Test
  void callsAreOpenUntilTheyHaveAResult() {
    TurnSteps steps = TurnSteps.asked().with(step("model ab")).with(step("approval a"));

    assertThat(steps.openCalls()).containsExactly("a", "b");
    assertThat(steps.with(step("tool a")).openCalls()).containsExactly("b");
  }

  @Test
  void whatIsShownOfAnAnswerEndsWithItsNoteOutsideOfAnyCode() {
    Answered cut = new Answered(AnswerOutcome.CUT, "", "Try:\n```\nls", "*(Cut.)*");

    assertThat(cut.shown()).isEqualTo("Try:\n```\nls\n```\n\n*(Cut.)*");
    assertThat(new Answered(AnswerOutcome.STOPPED, "", "", "*Stopped.*").shown())
        .isEqualTo("*Stopped.*");
  }

  @Test
  void aTextThatFitsNoRowIsCutAndSaysSo() {
    Answered answered = new Answered(AnswerOutcome.COMPLETE, "", "x".repeat(200_000), "");

    assertThat(answered.text()).hasSizeLessThanOrEqualTo(100_000).endsWith("whole)");
  }

  private TurnStep step(String words) {
    String[] parts = words.strip().split(" ");
    return switch (parts[0]) {
      case "asked" -> new Asked();
      case "model" -> new ModelAnswered("", parts[1].chars().mapToObj(this::call).toList());
      case "tool" -> new ToolCalled(parts[1], false, "found");
      case "approval" -> new WaitingForApproval(parts[1], Instant.EPOCH, REQUEST);
      case "job" -> new WaitingForJob(parts[1], "job-1", REQUEST);
      case "answered" -> new Answered(AnswerOutcome.COMPLETE, "", "Because", "");
      default -> throw new IllegalArgumentException(words);
    };
  }

  private ToolCall call(int id) {
    return new ToolCall(Character.toString(id), "search", "{}");
  }

  /** Each kind of step, for tests of what keeps them. */
  static List<TurnStep> ofEachKind() {
    return List.of(
        new Asked(),
        new ModelAnswered(
            "Let me look.",
            List.of(new ToolCall("a", "search", "{\"q\":1}"), new ToolCall("b", "run", "{}"))),
        new ToolCalled("a", true, "not found"),
        new WaitingForApproval("b", Instant.ofEpochMilli(1234), REQUEST),
        new WaitingForJob("b", "job-1", REQUEST),
        new Answered(AnswerOutcome.OUT_OF_TIME, "", "Because", "*No time.*"),
        new Answered(AnswerOutcome.FAILED, "rate-limited", "", "*Wait.*"));
  }
}
