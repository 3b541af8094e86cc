package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.conversation.testing.House;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BadInputTest {
  private final House house = new House();

  @Test
  void anEmptyQuestionIsAnsweredWithHelp() {
    house.receive(MessageJson.of("1001", "").mentioningUs());

    assertThat(house.replies.only().text()).contains("no question that I can read", "`!help`");
    assertThat(house.queued()).isEmpty();
  }

  @Test
  void anEmptyCommandIsAnsweredWithItsUsage() {
    house.receive(MessageJson.of("1001", "!ask   "));

    assertThat(house.replies.only().text())
        .contains("`question` is missing", "Use: `!ask <question>`");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheKnownOnes() {
    house.receive(MessageJson.of("1001", "!stauts"));

    assertThat(house.replies.only().text())
        .contains("no command `!stauts`", "Did you mean `!status`?", "`!ask <question>`");
  }

  @Test
  void aQuestionThatIsTooLongIsRefusedWithTheLimit() {
    house.receive(MessageJson.of("1001", "x".repeat(4001)).mentioningUs());

    assertThat(house.replies.only().text()).contains("4,001 characters", "at most 4,000");
    assertThat(house.queued()).isEmpty();
  }

  @Test
  void oneQuestionTooManyIsRefusedUntilTheNextMinute() {
    for (int i = 0; i <= House.QUESTIONS_PER_MINUTE; i++) {
      house.receive(MessageJson.of("100" + i, "why?").mentioningUs());
    }

    assertThat(house.queued()).hasSize(House.QUESTIONS_PER_MINUTE);
    assertThat(house.replies.only().text())
        .contains("more than 3 questions in a minute", "again in 60 s");

    house.clock.advance(Duration.ofMinutes(1));
    house.receive(MessageJson.of("1009", "why?").mentioningUs());
    assertThat(house.queued()).hasSize(House.QUESTIONS_PER_MINUTE + 1);
  }

  @Test
  void theLimitIsEachPersonsOwn() {
    for (int i = 0; i <= House.QUESTIONS_PER_MINUTE; i++) {
      house.receive(MessageJson.of("100" + i, "why?").mentioningUs().from("7" + i));
    }

    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void help() {
    house.receive(MessageJson.of("1001", "!help"));

    assertThat(house.replies.only().text())
        .contains("`!ask <question>`", "`!help`", "`!status`", "`!clear`");
  }
}
