package dev.gatehouse.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.testing.AssistantFixture;
import dev.gatehouse.assistant.testing.FakeReplies;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AskCommandTest {
  private final AssistantFixture assistant = new AssistantFixture();

  @Test
  void aQuestionBecomesATurn() {
    Outcome outcome = assistant.answer(assistant.question("1001", "why is it red?"));

    assertThat(outcome).isEqualTo(new Outcome.Queued());
    assertThat(assistant.queued())
        .containsExactly(
            new TurnRequested(
                QueueMessage.VERSION,
                "discord:m1001",
                AssistantFixture.HERE,
                new ChannelReply("1001"),
                "7",
                "Ada",
                "why is it red?",
                assistant.clock.instant()));
    assertThat(assistant.turns.find("discord:m1001")).isPresent();
  }

  @Test
  void isRememberedUnderItsMessageAndNotItsTurn() {
    assistant.answer(assistant.question("1001", "why?"));

    assertThat(assistant.remembered())
        .containsExactly(
            new Entry("1001", Entry.Role.USER, "Ada", "why?", assistant.clock.instant()));
  }

  @Test
  void aCommandAsksAsWell() {
    assistant.answer(assistant.typed("1001", "ask why is it red?"));

    assertThat(assistant.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("why is it red?");
  }

  @Test
  void anEmptyQuestionIsAnsweredWithHelp() {
    assertThat(assistant.text(assistant.question("1001", "")))
        .contains("no question that I can read", "`!help`");
    assertThat(assistant.queued()).isEmpty();
  }

  @Test
  void aQuestionThatIsTooLongIsRefusedWithTheLimit() {
    assertThat(assistant.text(assistant.question("1001", "x".repeat(4001))))
        .contains("4,001 characters", "at most 4,000");
    assertThat(assistant.queued()).isEmpty();
  }

  @Test
  void oneQuestionTooManyIsRefusedUntilTheNextMinute() {
    askAsOftenAsAllowed();

    assertThat(assistant.text(assistant.question("1009", "why?")))
        .contains("more than 3 questions in a minute", "again in 60 s");

    assistant.clock.advance(Duration.ofMinutes(1));
    assertThat(assistant.answer(assistant.question("1009", "why?")))
        .isEqualTo(new Outcome.Queued());
  }

  @Test
  void theLimitIsEachPersonsOwn() {
    askAsOftenAsAllowed();

    Request other =
        assistant.message("1009", AssistantFixture.BOB, new Content.Question("and me?"));
    assertThat(assistant.answer(other)).isEqualTo(new Outcome.Queued());
  }

  @Test
  void aQuestionThatWaitsSaysBehindWhat() {
    assistant.answer(assistant.question("1001", "why is it `red`?\n@everyone"));
    assertThat(assistant.replies.texts()).isEmpty();

    assistant.answer(assistant.message("1002", AssistantFixture.BOB, new Content.Question("and?")));
    assistant.answer(assistant.question("1003", "x".repeat(70)));

    assertThat(assistant.replies.texts())
        .containsExactly(
            "⏳ *Queued. I answer Ada's “why is it red ? everyone” first.*",
            "⏳ *Queued. I answer 2 questions first, the last of them Bob's “and?”.*");
    assertThat(assistant.turns.find("discord:m1002"))
        .get()
        .satisfies(turn -> assertThat(turn.replyReference()).contains("discord:m1002"));
  }

  @Test
  void whatIsAnsweredOrLostHoldsNobodyUp() {
    assistant.answer(assistant.question("1001", "answered?"));
    assistant.answered("discord:m1001");
    assistant.answer(assistant.question("1002", "lost?"));
    assistant.clock.advance(Duration.ofMinutes(11));

    assistant.answer(assistant.question("1003", "and now?"));

    assertThat(assistant.replies.texts()).isEmpty();
  }

  @Test
  void aNoticeThatCannotBeShownKeepsNoQuestionBack() {
    assistant.answer(assistant.question("1001", "first?"));
    assistant.replies.failNext(FakeReplies.passing());

    assertThat(assistant.answer(assistant.question("1002", "second?")))
        .isEqualTo(new Outcome.Queued());
    assertThat(assistant.queued()).hasSize(2);
  }

  @Test
  void messagesOfOneIdOnTwoPlatformsAreTwoTurns() {
    Request here = assistant.question("1001", "why?");
    ConversationId there = new ConversationId(new Platform("stoat"), "100");

    assistant.answer(here);
    assistant.answer(
        new Request(
            here.id(),
            here.eventId(),
            there,
            here.caller(),
            here.content(),
            here.enclosures(),
            here.target(),
            here.at(),
            here.lagMillis(),
            true));

    assertThat(assistant.queued())
        .extracting(TurnRequested::turnId)
        .containsExactly("discord:m1001", "stoat:m1001");
    assertThat(assistant.turns.open(AssistantFixture.HERE)).hasSize(1);
    assertThat(assistant.turns.open(there)).hasSize(1);
  }

  private void askAsOftenAsAllowed() {
    for (int i = 0; i < AssistantFixture.QUESTIONS_PER_MINUTE; i++) {
      assistant.answer(assistant.question("100" + i, "why?"));
    }
    assertThat(assistant.queued()).hasSize(AssistantFixture.QUESTIONS_PER_MINUTE);
  }
}
