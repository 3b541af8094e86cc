package dev.gatehouse.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptWriterTest {
  private final SettableClock clock = new SettableClock();
  private final PromptWriter writer = new PromptWriter(2_000, clock);

  @Test
  void theQuestionComesLastAndOnce() {
    List<Entry> history =
        List.of(user("m1", "Ole", "Hello"), user("m2", "Mia", "Why?"), answer("t0", "Hello!"));

    Prompt prompt = writer.write(turn("Why?"), history);

    assertThat(prompt.messages())
        .containsExactly(
            PromptMessage.byUser("Ole", "Hello"),
            PromptMessage.byAssistant("Hello!"),
            PromptMessage.byUser("Mia", "Why?"));
  }

  @Test
  void aQuestionThatWasAskedBeforeStaysInTheHistory() {
    List<Entry> history =
        List.of(user("m1", "Mia", "Why?"), answer("t0", "Because."), user("m2", "Mia", "Why?"));

    assertThat(writer.write(turn("Why?"), history).messages())
        .containsExactly(
            PromptMessage.byUser("Mia", "Why?"),
            PromptMessage.byAssistant("Because."),
            PromptMessage.byUser("Mia", "Why?"));
  }

  @Test
  void whatWasAskedAfterTheQuestionIsLeftOut() {
    TurnRequested turn = turn("Why?");
    List<Entry> history = new ArrayList<>(List.of(user("m1", "Mia", "Why?")));
    clock.advance(Duration.ofSeconds(5));
    history.add(user("m2", "Ole", "And how?"));
    history.add(answer("t0", "An answer to an earlier one, which took its time."));

    assertThat(writer.write(turn, history).messages())
        .extracting(PromptMessage::text)
        .containsExactly("An answer to an earlier one, which took its time.", "Why?");
  }

  @Test
  void onlyTheNewestThatFitsIsKept() {
    List<Entry> history = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      history.add(user("m" + i, "Ole", i + " " + "words ".repeat(100)));
    }

    List<PromptMessage> messages = writer.write(turn("Why?"), history).messages();

    assertThat(messages).hasSizeBetween(3, 10);
    assertThat(messages.get(messages.size() - 2).text()).startsWith("49 ");
  }

  @Test
  void aQuestionThatAloneIsTooLongIsSentWhole() {
    String question = "x".repeat(20_000);

    Prompt prompt = writer.write(turn(question), List.of(user("m1", "Ole", "Hello")));

    assertThat(prompt.messages()).containsExactly(PromptMessage.byUser("Mia", question));
  }

  @Test
  void textInOtherScriptsCountsATokenForEachCharacter() {
    assertThat(TokenEstimate.of("日本語")).isEqualTo(3);
    assertThat(TokenEstimate.of("abcdef")).isEqualTo(2);
    assertThat(TokenEstimate.of("")).isZero();
  }

  @Test
  void theSystemTextKnowsTheDay() {
    assertThat(writer.write(turn("Why?"), List.of()).system()).contains("2026-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "CUT, cut at its length limit",
    "STOPPED, stopped this answer",
    "OUT_OF_TIME, broke off",
    "FAILED, broke off"
  })
  void anAnswerThatIsNotWholeSaysSo(AnswerOutcome outcome, String remark) {
    Entry half = new Entry("t0", Entry.Role.ASSISTANT, "", "Because", outcome, clock.instant());

    String text = writer.write(turn("And then?"), List.of(half)).messages().getFirst().text();

    assertThat(text).startsWith("Because\n\n[").contains(remark);
  }

  @ParameterizedTest
  @CsvSource({
    "STOPPED, [A person stopped this question before it was answered.]",
    "OUT_OF_TIME, [This question could not be answered.]",
    "FAILED, [This question could not be answered.]"
  })
  void aQuestionWithoutAnAnswerIsNoPartOfTheNext(AnswerOutcome outcome, String remark) {
    Entry nothing = new Entry("t0", Entry.Role.ASSISTANT, "", "", outcome, clock.instant());

    assertThat(writer.write(turn("Why?"), List.of(user("m1", "Ole", "Hello"), nothing)).messages())
        .containsExactly(
            PromptMessage.byUser("Ole", "Hello"),
            PromptMessage.byAssistant(remark),
            PromptMessage.byUser("Mia", "Why?"));
  }

  private TurnRequested turn(String prompt) {
    return new TurnRequested(
        1,
        "t1",
        new ConversationId(new Platform("discord"), "100"),
        new ReplyTarget.ChannelReply(null),
        "7",
        "Mia",
        prompt,
        clock.instant());
  }

  private Entry user(String id, String author, String text) {
    return new Entry(id, Entry.Role.USER, author, text, clock.instant());
  }

  private Entry answer(String id, String text) {
    return new Entry(id, Entry.Role.ASSISTANT, "", text, clock.instant());
  }
}
