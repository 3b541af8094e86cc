package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.processing.HeldElsewhereException;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.conversation.testing.InteractionJson;
import dev.gatehouse.conversation.testing.MessageJson;
import dev.gatehouse.testkit.crash.CrashPoint;
import dev.gatehouse.testkit.crash.MortalWorker;
import dev.gatehouse.testkit.crash.WorkerDiedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Kills the worker of a request at each call of its ports, before the call takes effect and after
 * it, and delivers the request again. Which calls there are is learned from a worker that lives.
 */
final class RequestCrashTest {
  private static final Duration LEASE_IS_OVER = Duration.ofMinutes(1);
  private static final int MOST_DELIVERIES = 3;

  /** What is asked for; there is a question of Ada's in the channel already. */
  enum Scenario {
    ASK_IN_A_MESSAGE,
    ASK_BY_COMMAND,
    HELP,
    STATUS,
    CLEAR,
    STOP
  }

  @TestFactory
  Stream<DynamicTest> aRequestOutlivesItsWorkerWhereverThatDies() {
    return Stream.of(Scenario.values()).flatMap(RequestCrashTest::deaths);
  }

  private static Stream<DynamicTest> deaths(Scenario scenario) {
    World world = new World(scenario);
    MortalWorker living = world.deliver(CrashPoint.NONE);
    world.assertDoneOnce();
    List<String> calls = living.calls();
    assertThat(calls).hasSizeGreaterThan(2);
    return CrashPoint.of(calls)
        .map(point ->
            DynamicTest.dynamicTest(
                scenario + " " + point.in(calls), () -> survives(scenario, point)));
  }

  private static void survives(Scenario scenario, CrashPoint point) {
    World world = new World(scenario);

    assertThat(world.deliver(point).isDead()).isTrue();
    for (int i = 0; i < MOST_DELIVERIES; i++) {
      world.deliver(CrashPoint.NONE);
    }

    world.assertDoneOnce();
  }

  private static final class World {
    private final Scenario scenario;
    private final ConversationFixture conversation = new ConversationFixture();
    private final String body;

    World(Scenario scenario) {
      this.scenario = scenario;
      conversation.receive(InteractionJson.ask("2000", "first?"));
      conversation.clock.advance(Duration.ofMinutes(5));
      this.body = body();
    }

    private String body() {
      Instant now = conversation.clock.instant();
      return switch (scenario) {
        case ASK_IN_A_MESSAGE -> MessageJson.of("1001", "!ask why?").body(now);
        case ASK_BY_COMMAND -> InteractionJson.ask("2001", "why?").body(now);
        case HELP -> MessageJson.of("1001", "!help").body(now);
        case STATUS -> InteractionJson.command("2001", "status", "").body(now);
        case CLEAR -> InteractionJson.command("2001", "clear", "").body(now);
        case STOP -> InteractionJson.press("2001", "stop:discord:i2000").body(now);
      };
    }

    MortalWorker deliver(CrashPoint point) {
      MortalWorker worker = new MortalWorker(point, Reply.class);
      try {
        conversation.events(worker).handle(body);
      } catch (WorkerDiedException | HeldElsewhereException e) {
        conversation.clock.advance(LEASE_IS_OVER);
      }
      return worker;
    }

    void assertDoneOnce() {
      switch (scenario) {
        case ASK_IN_A_MESSAGE, ASK_BY_COMMAND -> {
          assertThat(conversation.queued()).hasSize(2);
          assertThat(conversation.remembered())
              .extracting(Entry::text)
              .containsExactlyInAnyOrder("first?", "why?");
          assertThat(conversation.turns.open(ConversationFixture.CHANNEL)).hasSize(2);
          assertThat(conversation.replies.texts())
              .hasSizeLessThanOrEqualTo(1)
              .allSatisfy(text -> assertThat(text).startsWith("⏳ *Queued."));
        }
        case HELP -> assertThat(conversation.replies.only().text()).contains("`!status`");
        case STATUS -> assertThat(conversation.replies.only().text()).contains("**Bridge lag:**");
        case CLEAR -> {
          assertThat(conversation.replies.only().text())
              .containsIgnoringCase("forg")
              .contains("still being written");
          assertThat(conversation.remembered()).isEmpty();
        }
        case STOP -> {
          assertThat(conversation.turns.find("discord:i2000"))
              .map(Turn::stopRequested)
              .contains(true);
          assertThat(conversation.replies.texts()).isEmpty();
          assertThat(conversation.replies.notices()).isEmpty();
        }
      }
    }
  }
}
