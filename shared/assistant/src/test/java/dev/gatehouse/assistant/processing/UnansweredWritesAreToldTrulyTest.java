package dev.gatehouse.assistant.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.testing.AssistantFixture;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a person reads of each place is true when a call took effect and its answer was lost, and
 * when it had no effect; the request is delivered again until it is done.
 */
final class UnansweredWritesAreToldTrulyTest {
  private static final int MORE_CALLS_THAN_A_REQUEST_MAKES = 60;

  /** What is asked, and what may be said of it in the end. */
  private enum Place {
    ASK(
        assistant -> assistant.question("1009", "why?"),
        (assistant, said) -> {
          assertThat(assistant.queued()).as("turns").hasSize(1);
          assertThat(said).allSatisfy(text -> assertThat(text).contains("This takes longer"));
        }),
    ASK_BY_COMMAND(
        assistant ->
            assistant.interaction(
                "2009",
                new Caller(AssistantFixture.ADA, false),
                new Content.CommandCall("ask", Map.of("question", "why?"))),
        (assistant, said) -> {
          assertThat(assistant.queued()).as("turns").hasSize(1);
          assertThat(said).allSatisfy(text -> assertThat(text).contains("This takes longer"));
        }),
    CLEAR(
        assistant -> {
          assistant.answer(assistant.question("1001", "why?"));
          assistant.answered("discord:m1001");
          return assistant.typed("1009", "clear");
        },
        (assistant, said) -> {
          assertThat(assistant.remembered()).isEmpty();
          assertThat(said.getLast())
              .matches(
                  "Forgotten: 2 entries of this conversation.|This conversation is forgotten.");
        }),
    STOP(
        assistant -> {
          assistant.answer(assistant.question("1001", "why?"));
          return assistant.interaction(
              "2009",
              new Caller(AssistantFixture.ADA, false),
              new Content.PressedButton("stop:discord:m1001"));
        },
        (assistant, said) -> {
          assertThat(assistant.turns.find("discord:m1001"))
              .get()
              .satisfies(turn -> assertThat(turn.stopRequested()).isTrue());
          assertThat(said).allSatisfy(text -> assertThat(text).doesNotContain("has ended"));
        });

    private final Function<AssistantFixture, Request> request;
    private final BiConsumer<AssistantFixture, List<String>> check;

    Place(
        Function<AssistantFixture, Request> request,
        BiConsumer<AssistantFixture, List<String>> check) {
      this.request = request;
      this.check = check;
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void whicheverAnswerOfTheTableIsLost(Place place) {
    for (int lost = 0; lost < MORE_CALLS_THAN_A_REQUEST_MAKES; lost++) {
      AssistantFixture assistant = new AssistantFixture();
      Request request = place.request.apply(assistant);
      assistant.table.loseAnswer(lost);
      deliverUntilDone(assistant, request);
      assistant.table.loseAnswer(-1);
      place.check.accept(assistant, assistant.replies.texts());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Place.class,
      names = {"ASK", "ASK_BY_COMMAND"})
  void theTurnsQueueTookItOrNot(Place place) {
    for (boolean taken : new boolean[] {false, true}) {
      AssistantFixture assistant = new AssistantFixture();
      Request request = place.request.apply(assistant);
      QueueUnavailableException failure =
          new QueueUnavailableException("no answer", "no answer", taken, null);
      if (taken) {
        assistant.turnsQueue.loseNextAnswer(failure);
      } else {
        assistant.turnsQueue.failNextSend(failure);
      }
      deliverUntilDone(assistant, request);

      place.check.accept(assistant, assistant.replies.texts());
      assertThat(assistant.replies.texts()).hasSize(1);
    }
  }

  /** As the queue does: again when the attempt before failed, and its lease is over. */
  private static void deliverUntilDone(AssistantFixture assistant, Request request) {
    for (boolean done = false; !done; ) {
      try {
        assistant.deliver(request);
        done = true;
      } catch (RuntimeException e) {
        assistant.clock.advance(Duration.ofMinutes(1));
      }
    }
  }
}
