package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BadInputTest {
  private final ConversationFixture conversation = new ConversationFixture();

  @Test
  void anEmptyQuestionIsAnsweredWithHelp() {
    conversation.receive(MessageJson.of("1001", "").mentioningUs());

    assertThat(conversation.replies.only().text())
        .contains("no question that I can read", "`!help`");
    assertThat(conversation.queued()).isEmpty();
  }

  @Test
  void anEmptyCommandIsAnsweredWithItsUsage() {
    conversation.receive(MessageJson.of("1001", "!ask   "));

    assertThat(conversation.replies.only().text())
        .contains("`question` is missing", "Use: `!ask <question>`");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheKnownOnes() {
    conversation.receive(MessageJson.of("1001", "!stauts"));

    assertThat(conversation.replies.only().text())
        .contains("no command `!stauts`", "Did you mean `!status`?", "`!ask <question>`");
  }

  @Test
  void aQuestionThatIsTooLongIsRefusedWithTheLimit() {
    conversation.receive(MessageJson.of("1001", "x".repeat(4001)).mentioningUs());

    assertThat(conversation.replies.only().text()).contains("4,001 characters", "at most 4,000");
    assertThat(conversation.queued()).isEmpty();
  }

  @Test
  void oneQuestionTooManyIsRefusedUntilTheNextMinute() {
    for (int i = 0; i <= ConversationFixture.QUESTIONS_PER_MINUTE; i++) {
      conversation.receive(MessageJson.of("100" + i, "why?").mentioningUs());
    }

    assertThat(conversation.queued()).hasSize(ConversationFixture.QUESTIONS_PER_MINUTE);
    assertThat(conversation.replies.only().text())
        .contains("more than 3 questions in a minute", "again in 60 s");

    conversation.clock.advance(Duration.ofMinutes(1));
    conversation.receive(MessageJson.of("1009", "why?").mentioningUs());
    assertThat(conversation.queued()).hasSize(ConversationFixture.QUESTIONS_PER_MINUTE + 1);
  }

  @Test
  void theLimitIsEachPersonsOwn() {
    for (int i = 0; i <= ConversationFixture.QUESTIONS_PER_MINUTE; i++) {
      conversation.receive(MessageJson.of("100" + i, "why?").mentioningUs().from("7" + i));
    }

    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void help() {
    conversation.receive(MessageJson.of("1001", "!help"));

    assertThat(conversation.replies.only().text())
        .contains("`!ask <question>`", "`!help`", "`!status`", "`!clear`");
  }
}
