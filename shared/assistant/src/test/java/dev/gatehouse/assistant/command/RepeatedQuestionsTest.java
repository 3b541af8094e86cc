package dev.gatehouse.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.testing.AssistantFixture;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.assistant.turn.TurnStep;
import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.Content;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that may have been taken is sent again. */
final class RepeatedQuestionsTest {
  private static final String FIRST = "discord:i2001";

  private final AssistantFixture assistant = new AssistantFixture();

  /**
   * What became of the first by then, who asks what so much later, and how many turns there are.
   */
  @ParameterizedTest
  @CsvSource({
    "waits, Ada, why is it red?, 0, 1",
    "waits, Ada, why is it red?, 5, 1",
    "waits, Ada, ' why is it red? ', 5, 1",
    "waits, Ada, why is it red?, 59, 1",
    "waits, Ada, why is it red?, 60, 2",
    "waits, Ada, why is it blue?, 5, 2",
    "waits, Bob, why is it red?, 5, 2",
    "COMPLETE, Ada, why is it red?, 20, 1",
    "CUT, Ada, why is it red?, 20, 1",
    "STOPPED, Ada, why is it red?, 20, 2",
    "FAILED, Ada, why is it red?, 20, 2",
    "OUT_OF_TIME, Ada, why is it red?, 20, 2"
  })
  void theSameIsNotStartedTwiceWithinAMinute(
      String became, String name, String text, int seconds, int turns) {
    assistant.deliver(asked("2001", "Ada", "why is it red?"));
    if (!became.equals("waits")) {
      end(AnswerOutcome.valueOf(became));
    }
    assistant.clock.advance(Duration.ofSeconds(seconds));
    assistant.deliver(asked("2002", name, text));

    assertThat(assistant.queued()).hasSize(turns);
    if (turns == 1) {
      assertThat(assistant.replies.only().text())
          .contains("it was taken on", "again in " + (60 - seconds) + " s");
    }
    assertThat(assistant.remembered().stream().filter(e -> e.role().name().equals("USER")))
        .hasSize(turns);
  }

  /** The first was not taken at once, but comes after the second. */
  @Test
  void whicheverIsFirstIsAnswered() {
    Request first = asked("2001", "Ada", "why?");
    assistant.clock.advance(Duration.ofSeconds(5));
    assistant.deliver(asked("2002", "Ada", "why?"));
    assistant.deliver(first);

    assertThat(assistant.queued())
        .extracting(turn -> turn.turnId())
        .containsExactly("discord:i2002");
  }

  @Test
  void theSameCommandDeliveredAgainIsNoRepetition() {
    Request first = asked("2001", "Ada", "why?");

    assertThat(assistant.answer(first)).isEqualTo(new Outcome.Queued());
    assertThat(assistant.answer(first.retried())).isEqualTo(new Outcome.Queued());
    assertThat(assistant.queued()).hasSize(1);
  }

  /** What was never started holds nobody up. */
  @ParameterizedTest
  @ValueSource(strings = {"", "too long"})
  void aQuestionThatWasRefusedMayBeSentAgain(String text) {
    String question = text.isEmpty() ? "" : "x".repeat(AskCommand.MOST_QUESTION + 1);

    String said = assistant.text(asked("2001", "Ada", question));

    assertThat(assistant.text(asked("2002", "Ada", question))).isEqualTo(said);
  }

  /** A message is durable before its writer can know of trouble. */
  @Test
  void messagesAreNotCompared() {
    assistant.answer(assistant.question("1001", "why?"));
    assistant.answer(assistant.question("1002", "why?"));

    assertThat(assistant.queued()).hasSize(2);
  }

  private void end(AnswerOutcome outcome) {
    TurnLease lease = assistant.taken(FIRST);
    lease.record(new TurnStep.Answered(outcome, "", "because", ""));
    lease.end();
  }

  private Request asked(String id, String name, String text) {
    Author author = name.equals("Ada") ? AssistantFixture.ADA : AssistantFixture.BOB;
    return assistant.interaction(
        id, new Caller(author, false), new Content.CommandCall("ask", Map.of("question", text)));
  }
}
