package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.conversation.testing.InteractionJson;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InteractionHandlerTest {
  private static final String MANAGE_MESSAGES = "8192";

  private final ConversationFixture conversation = new ConversationFixture();

  @Test
  void askBecomesATurnThatAnswersTheInteraction() {
    conversation.receive(InteractionJson.ask("2001", "why?"));

    assertThat(conversation.queued())
        .singleElement()
        .satisfies(turn -> {
          assertThat(turn.turnId()).isEqualTo("discord:i2001");
          assertThat(turn.prompt()).isEqualTo("why?");
          assertThat(turn.askedByName()).isEqualTo("Countess");
          assertThat(turn.reply())
              .isInstanceOfSatisfying(
                  InteractionReply.class,
                  reply -> {
                    assertThat(reply.applicationId()).isEqualTo("800");
                    assertThat(reply.expiresAt())
                        .isEqualTo(conversation.clock.instant().plus(Duration.ofMinutes(15)));
                  });
        });
    assertThat(conversation.replies.typing()).isEmpty();
  }

  @Test
  void theSameInteractionIsAnsweredOnce() {
    conversation.receive(InteractionJson.ask("2001", "why?"));
    conversation.clock.advance(Duration.ofHours(1));
    conversation.receive(InteractionJson.ask("2001", "why?"));

    assertThat(conversation.queued()).hasSize(1);
  }

  @Test
  void statusSaysWhatThereIs() {
    conversation.receive(MessageJson.of("1001", "why?").mentioningUs());
    conversation.receive(InteractionJson.command("2001", "status", ""));

    assertThat(conversation.replies.only().text())
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
    conversation.receive(MessageJson.of("1001", "one").mentioningUs());
    conversation.answered("discord:m1001");
    conversation.receive(MessageJson.of("1002", "two").mentioningUs());
    conversation.answered("discord:m1002");
    conversation.receive(InteractionJson.command("2001", "clear", ""));

    assertThat(conversation.replies.only().text())
        .isEqualTo("Forgotten: 4 entries of this conversation.");
    assertThat(conversation.remembered()).isEmpty();
  }

  @Test
  void whatOnlyTheCallerMaySeeIsNotSaidInTheChannelWhenItIsTooLate() {
    InteractionJson status = InteractionJson.command("2001", "status", "").ephemeral();
    String body = status.body(conversation.clock.instant());
    conversation.clock.advance(Duration.ofMinutes(15));

    conversation.receive(body);

    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void aNewKindOfInteractionIsLeftAlone() {
    conversation.receive(InteractionJson.ask("2001", "why?").ofType(99));

    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void anUnknownButtonIsAnsweredToItsCallerAlone() {
    conversation.receive(InteractionJson.press("2001", "dance:1"));

    assertThat(conversation.replies.notices())
        .containsExactly("This button does nothing any more.");
    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void aPressIsAnsweredOnce() {
    conversation.receive(InteractionJson.press("2001", "dance:1"));
    conversation.receive(InteractionJson.press("2001", "dance:1"));

    assertThat(conversation.replies.notices()).hasSize(1);
  }

  @Test
  void aStopButtonStopsItsTurn() {
    conversation.receive(InteractionJson.ask("2001", "why?"));

    conversation.receive(InteractionJson.press("2002", "stop:discord:i2001"));

    assertThat(conversation.turns.find("discord:i2001")).map(Turn::stopRequested).contains(true);
    assertThat(conversation.replies.notices()).isEmpty();
  }

  @Test
  void whoMayManageMessagesModerates() {
    conversation.receive(InteractionJson.ask("2001", "why?"));

    conversation.receive(InteractionJson.press("2002", "stop:discord:i2001").by("8", "2048"));
    assertThat(conversation.turns.find("discord:i2001")).map(Turn::stopRequested).contains(false);
    assertThat(conversation.replies.notices())
        .singleElement()
        .asString()
        .contains("Only who asked");

    conversation.receive(
        InteractionJson.press("2003", "stop:discord:i2001").by("8", MANAGE_MESSAGES));
    assertThat(conversation.turns.find("discord:i2001")).map(Turn::stopRequested).contains(true);
  }

  @Test
  void aFormIsAnswered() {
    conversation.receive(InteractionJson.form("2001", "report"));

    assertThat(conversation.replies.only().text()).contains("start again");
  }
}
