package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.EventMessage;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.chat.ConsolePlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A platform of which no function knows, a text console, is served by the conversation and llm
 * functions as they are: on their queues and tables, to a model, and back to its screen.
 */
final class AnyPlatformIsServedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String EVENTS = "gatehouse-events.fifo";
  private static final String DEAD = "gatehouse-events-dead.fifo";

  private static ScriptedModel model;
  private static Stack stack;

  private final ConsolePlatform console = ConsolePlatform.ofThisProcess();

  @BeforeAll
  static void start() throws Exception {
    model = ScriptedModel.open();
    stack = Stack.start(model.settings());
  }

  @AfterAll
  static void stop() {
    stack.close();
    model.close();
  }

  @Test
  void aQuestionIsAnsweredOnTheConsole() {
    model.answers("Because of how light scatters.");

    EventMessage question = type("asking", "why is the sky blue?");

    assertThat(awaitWhole(question).text()).isEqualTo("Because of how light scatters.");
  }

  @Test
  void anAnswerThatIsStillAwaitedIsStoppedByItsButton() {
    model.answers("Too late.");
    model.goesDown();
    try {
      EventMessage question = type("stopping", "why is the sea salt?");
      Draft waiting = await(question, draft -> !draft.actions().isEmpty());

      type("stopping", "press " + ConsolePlatform.button(waiting));

      assertThat(awaitWhole(question).text()).contains("Stopped");
    } finally {
      model.comesBack();
    }
  }

  @Test
  void aConversationIsForgottenByTheClearCommand() {
    model.answers("I see.");
    awaitWhole(type("clearing", "the word is tower"));
    awaitWhole(type("clearing", "which word is it?"));
    assertThat(lastPrompt()).contains("tower");

    awaitWhole(type("clearing", "/clear"));
    awaitWhole(type("clearing", "which word is it now?"));

    assertThat(lastPrompt()).doesNotContain("tower");
  }

  @Test
  void anEventOfAPlatformThatIsNotServedIsADeadLetterWithItsReason() {
    String stray =
        MessageCodec.encode(console.type("elsewhere", "hello", Instant.now()))
            .replace("\"platform\":\"text-console\"", "\"platform\":\"pigeon-post\"");
    stack.enqueue(EVENTS, "pigeon-post:elsewhere", "stray", stray);

    Await.value(
        "the dead letter",
        Duration.ofSeconds(40),
        () -> DeadLetterReader.in(stack, DEAD, "pigeon-post"),
        found -> found.size() == 1);
    assertThat(DeadLetterReader.reasons(stack, DEAD))
        .contains("platform: pigeon-post is not served here");
  }

  private EventMessage type(String room, String line) {
    EventMessage event = console.type(room, line, Instant.now());
    stack.enqueue(EVENTS, event.groupId(), event.deduplicationId(), MessageCodec.encode(event));
    return event;
  }

  private Draft awaitWhole(EventMessage event) {
    return await(event, draft -> draft.actions().isEmpty());
  }

  private Draft await(EventMessage event, Predicate<Draft> wanted) {
    return Await.value(
            "a reply to " + event.deduplicationId(),
            PATIENCE,
            () -> console.shown(event),
            shown -> shown.filter(wanted).isPresent())
        .orElseThrow();
  }

  private static String lastPrompt() {
    return model.asked().getLast().path("messages").toString();
  }
}
