package dev.gatehouse.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.testing.AssistantFixture;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.Content;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AssistantCommandsTest {
  private final AssistantFixture assistant = new AssistantFixture();

  @Test
  void helpListsThem() {
    assertThat(assistant.text(assistant.typed("1001", "help")))
        .contains("`!ask <question>`", "`!help`", "`!status`", "`!clear`");
  }

  static List<CommandSpec> all() {
    return AssistantCommands.catalog().commands();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachOneInTheCatalogueIsDone(CommandSpec command) {
    Map<String, String> options =
        command.options().stream().collect(Collectors.toMap(Option::name, _ -> "why?"));
    Content call = new Content.CommandCall(command.name(), options);

    Outcome outcome =
        assistant.answer(
            assistant.interaction("2001", new Caller(AssistantFixture.ADA, false), call));

    if (command.name().equals("ask")) {
      assertThat(outcome).isInstanceOf(Outcome.Queued.class);
    } else {
      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      assertThat(outcome.toString()).doesNotContain("no command", "Use: ");
    }
  }

  @Test
  void anUnknownOneIsAnsweredWithTheKnownOnes() {
    assertThat(assistant.text(assistant.typed("1001", "stauts")))
        .contains("no command `!stauts`", "Did you mean `!status`?", "`!ask <question>`");
    assertThat(assistant.text(assistant.called("2001", "deploy")))
        .contains("no command `!deploy`", "`!ask <question>`");
  }

  @Test
  void aWrongCallIsAnsweredWithTheUsage() {
    assertThat(assistant.text(assistant.typed("1001", "ask   ")))
        .contains("`question` is missing", "Use: `!ask <question>`");
  }

  @Test
  void aForgottenFormIsAnswered() {
    assertThat(
            assistant.text(
                assistant.interaction(
                    "2001",
                    new Caller(AssistantFixture.ADA, false),
                    new Content.SubmittedForm("report", Map.of()))))
        .contains("start again");
  }

  @Test
  void anUnknownButtonIsAnsweredToItsCallerAlone() {
    assertThat(press("dance:1", AssistantFixture.ADA, false))
        .isEqualTo(new Outcome.AnsweredPrivately("This button does nothing any more."));
  }

  @Nested
  final class Status {
    @Test
    void saysWhatTheSettingsSayAndWhatIsHere() {
      assistant.answer(assistant.question("1001", "why?"));

      assertThat(assistant.text(assistant.typed("1002", "status")))
          .isEqualTo(
              """
              **Model:** a model
              **Degraded:** it is slow
              **Open turns here:** 0 running, 1 waiting
              **Remembered here:** 1 entry; an entry is kept for 30 days
              **Bridge lag:** 5 ms, for this message\
              """);
    }

    @Test
    void saysWhenThereIsNothing() {
      assertThat(assistant.text(assistant.called("2001", "status")))
          .contains("**Open turns here:** none", "**Remembered here:** nothing")
          .contains("not known, as no message came over it here lately");
    }

    @Test
    void ofASlashCommandTakesTheLagOfTheLastMessage() {
      LastRead message = new LastRead("1001", assistant.clock.instant(), 12);
      assistant.participations.called(
          AssistantFixture.HERE, Optional.of("50"), message, () -> false);

      assertThat(assistant.text(assistant.called("2001", "status")))
          .endsWith("12 ms, for the last message here");
    }
  }

  @Nested
  final class Clear {
    @Test
    void forgetsAndSaysHowMuch() {
      assistant.answer(assistant.question("1001", "why?"));
      assistant.answered("discord:m1001");

      assertThat(assistant.text(assistant.called("2001", "clear")))
          .isEqualTo("Forgotten: 2 entries of this conversation.");
      assertThat(assistant.remembered()).isEmpty();
    }

    @Test
    void saysWhatIsStillToCome() {
      assistant.answer(assistant.question("1001", "why?"));

      assertThat(assistant.text(assistant.called("2001", "clear")))
          .startsWith("Forgotten: 1 entry of this conversation. 1 answer is still being written");
    }

    @Test
    void saysWhenThereWasNothing() {
      assertThat(assistant.text(assistant.called("2001", "clear")))
          .isEqualTo("There was nothing to forget in this conversation.");
    }
  }

  @Nested
  final class Stop {
    private static final String BUTTON = "stop:discord:m1001";

    @BeforeEach
    void askSomething() {
      assistant.answer(assistant.question("1001", "why?"));
    }

    @Test
    void worksForWhoAsked() {
      assertThat(press(BUTTON, AssistantFixture.ADA, false)).isEqualTo(new Outcome.Done());
      assertThat(stopRequested()).contains(true);
    }

    @Test
    void worksForModerators() {
      assertThat(press(BUTTON, AssistantFixture.BOB, true)).isEqualTo(new Outcome.Done());
      assertThat(stopRequested()).contains(true);
    }

    @Test
    void isRefusedToOthers() {
      assertThat(press(BUTTON, AssistantFixture.BOB, false))
          .isEqualTo(
              new Outcome.AnsweredPrivately(
                  "Only who asked, or somebody who may manage messages here, can stop this"
                      + " answer."));
      assertThat(stopRequested()).contains(false);
    }

    @Test
    void isKeptForWhoTakesOverATurnThatNobodyRunsAnyMore() {
      assistant.taken("discord:m1001");
      assistant.clock.advance(Duration.ofMinutes(5));

      assertThat(press(BUTTON, AssistantFixture.ADA, false)).isEqualTo(new Outcome.Done());
      assertThat(stopRequested()).contains(true);
    }

    @Test
    void saysThatTheAnswerHasEnded() {
      assistant.answered("discord:m1001");

      assertThat(press(BUTTON, AssistantFixture.ADA, false))
          .isEqualTo(new Outcome.AnsweredPrivately("That answer has ended already."));
    }

    @Test
    void saysWhenThereIsNothingToStop() {
      assertThat(press("stop:m9999", AssistantFixture.ADA, false))
          .isEqualTo(
              new Outcome.AnsweredPrivately(
                  "That answer is over for long, or was never one of mine."));
    }

    private Optional<Boolean> stopRequested() {
      return assistant.turns.find("discord:m1001").map(Turn::stopRequested);
    }
  }

  private Outcome press(String buttonId, Author author, boolean moderates) {
    return assistant.answer(
        assistant.interaction(
            "2001", new Caller(author, moderates), new Content.PressedButton(buttonId)));
  }
}
