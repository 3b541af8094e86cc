package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.conversation.testing.House;
import dev.gatehouse.conversation.testing.InteractionJson;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CallsTest {
  private static final String MANAGE_MESSAGES = "8192";

  private final House house = new House();

  @Test
  void askBecomesATurnThatAnswersTheInteraction() {
    house.receive(InteractionJson.ask("2001", "why?"));

    assertThat(house.queued())
        .singleElement()
        .satisfies(turn -> {
          assertThat(turn.turnId()).isEqualTo("i2001");
          assertThat(turn.prompt()).isEqualTo("why?");
          assertThat(turn.askedByName()).isEqualTo("Countess");
          assertThat(turn.reply())
              .isInstanceOfSatisfying(
                  InteractionReply.class,
                  reply -> {
                    assertThat(reply.applicationId()).isEqualTo("800");
                    assertThat(reply.expiresAt())
                        .isEqualTo(house.clock.instant().plus(Duration.ofMinutes(15)));
                  });
        });
    assertThat(house.replies.typing()).isEmpty();
  }

  @Test
  void theSameInteractionIsAnsweredOnce() {
    house.receive(InteractionJson.ask("2001", "why?"));
    house.clock.advance(Duration.ofHours(1));
    house.receive(InteractionJson.ask("2001", "why?"));

    assertThat(house.queued()).hasSize(1);
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheKnownOnes() {
    house.receive(InteractionJson.command("2001", "deploy", ""));

    assertThat(house.replies.only().text()).contains("no command `!deploy`", "`!ask <question>`");
  }

  @Test
  void statusSaysWhatThereIs() {
    house.receive(MessageJson.of("1001", "why?").mentioningUs());
    house.receive(InteractionJson.command("2001", "status", ""));

    assertThat(house.replies.only().text())
        .isEqualTo(
            """
            **Model:** stand-in (no language model is configured)
            **Degraded:** answers come from the stand-in
            **Open turns here:** 0 running, 1 waiting
            **Remembered here:** 1 entry; an entry is kept for 30 days
            **Bridge lag:** 0 ms, for the last message here\
            """);
  }

  @Test
  void clearForgetsAndSaysHowMuch() {
    house.receive(MessageJson.of("1001", "one").mentioningUs());
    house.receive(MessageJson.of("1002", "two").mentioningUs());
    house.answered("m1001");
    house.answered("m1002");
    house.receive(InteractionJson.command("2001", "clear", ""));

    assertThat(house.replies.only().text()).isEqualTo("Forgotten: 4 entries of this conversation.");
    assertThat(house.remembered()).isEmpty();
  }

  @Test
  void whatOnlyTheCallerMaySeeIsNotSaidInTheChannelWhenItIsTooLate() {
    InteractionJson status = InteractionJson.command("2001", "status", "").ephemeral();
    String body = status.body(house.clock.instant());
    house.clock.advance(Duration.ofMinutes(15));

    house.receive(body);

    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void aNewKindOfInteractionIsLeftAlone() {
    house.receive(InteractionJson.ask("2001", "why?").ofType(99));

    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void anUnknownButtonIsAnsweredToItsCallerAlone() {
    house.receive(InteractionJson.press("2001", "dance:1"));

    assertThat(house.replies.whispers()).containsExactly("This button does nothing any more.");
    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void aForgottenFormIsAnswered() {
    house.receive(InteractionJson.form("2001", "report"));

    assertThat(house.replies.only().text()).contains("start again");
  }

  @Test
  void aPressIsAnsweredOnce() {
    house.receive(InteractionJson.press("2001", "dance:1"));
    house.receive(InteractionJson.press("2001", "dance:1"));

    assertThat(house.replies.whispers()).hasSize(1);
  }

  @Test
  void clearSaysWhatIsStillToCome() {
    house.receive(InteractionJson.ask("2001", "why?"));
    house.receive(InteractionJson.command("2002", "clear", ""));

    assertThat(house.replies.only().text())
        .startsWith("Forgotten: 1 entry of this conversation. 1 answer is still being written");
  }

  @Nested
  final class Stop {
    @BeforeEach
    void askSomething() {
      house.receive(InteractionJson.ask("2001", "why?"));
    }

    @Test
    void worksForWhoAsked() {
      house.receive(InteractionJson.press("2002", "stop:i2001"));

      assertThat(house.turns.find("i2001")).map(Turn::stopRequested).contains(true);
      assertThat(house.replies.whispers()).isEmpty();
    }

    @Test
    void worksForModerators() {
      house.receive(InteractionJson.press("2002", "stop:i2001").by("8", MANAGE_MESSAGES));

      assertThat(house.turns.find("i2001")).map(Turn::stopRequested).contains(true);
    }

    @Test
    void isRefusedToOthers() {
      house.receive(InteractionJson.press("2002", "stop:i2001").by("8", "2048"));

      assertThat(house.turns.find("i2001")).map(Turn::stopRequested).contains(false);
      assertThat(house.replies.whispers()).singleElement().asString().contains("Only who asked");
    }

    @Test
    void saysWhenThereIsNothingToStop() {
      house.receive(InteractionJson.press("2002", "stop:i9999"));

      assertThat(house.replies.whispers()).singleElement().asString().contains("over for long");
    }
  }
}
