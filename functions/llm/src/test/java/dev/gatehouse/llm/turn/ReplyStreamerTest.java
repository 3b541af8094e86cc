package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Usage;
import dev.gatehouse.llm.prompt.PromptWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens meanwhile happens on the streamer's own thread, when it looks at the clock. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReplyStreamerTest {
  private static final StreamingSettings SETTINGS =
      new StreamingSettings(
          Duration.ZERO,
          Duration.ofMillis(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          TurnFixture.LEASE,
          Duration.ZERO,
          Duration.ZERO);

  private final TurnFixture turn = new TurnFixture();
  private final AnswerBuffer buffer = new AnswerBuffer(turn.clock);
  private final Deque<Happening> happenings = new ArrayDeque<>();

  private record Happening(BooleanSupplier once, Runnable then) {}

  /** What the worker has done that took over. */
  enum Successor {
    ONLY_CLAIMED,
    KEPT_ITS_OWN,
    ENDED
  }

  @ParameterizedTest
  @EnumSource
  void aWorkerThatLostItsLeaseEditsNothingAnyMore(Successor successor) throws Exception {
    TurnLease lease = turn.take("first", TurnFixture.LEASE);
    buffer.text("Because");
    once(
        this::isReplyKept,
        () -> {
          turn.clock.advance(TurnFixture.LEASE.plusSeconds(1));
          takeOver(successor);
          buffer.text(" of Monday.");
        });

    StreamResult result = stream(lease);

    assertThat(result).isInstanceOf(StreamResult.LeaseLost.class);
    assertThat(turn.replies.shown).extracting(Draft::text).containsExactly("Because");
  }

  @Test
  void aStopIsSeenBeforeTheNextEdit() throws Exception {
    TurnLease lease = turn.take("first", TurnFixture.LEASE);
    buffer.text("Because");
    once(
        this::isReplyKept,
        () -> {
          turn.turns.requestStop("t1");
          buffer.text(" of Monday.");
        });

    StreamResult result = stream(lease);

    assertThat(result).isInstanceOf(StreamResult.Stopped.class);
    assertThat(turn.replies.shown).extracting(Draft::text).containsExactly("Because");
  }

  @Test
  void aTableThatIsSilentForLongHoldsUpTheEdits() throws Exception {
    TurnLease lease = turn.take("first", TurnFixture.LEASE);
    buffer.text("Because");
    once(
        this::isReplyKept,
        () -> {
          turn.table.unavailable(true);
          turn.clock.advance(TurnFixture.LEASE.dividedBy(2));
          buffer.text(" of Monday.");
        });
    once(
        () -> turn.log.troubles.size() > 2,
        () -> {
          assertThat(turn.replies.shown).hasSize(1);
          turn.table.unavailable(false);
        });
    once(
        () -> turn.replies.shown.size() > 1,
        () -> buffer.end(new Ending.Complete(Usage.unknown(), false)));

    StreamResult result = stream(lease);

    assertThat(result).isInstanceOf(StreamResult.ModelEnded.class);
    assertThat(turn.replies.shown)
        .extracting(Draft::text)
        .containsExactly("Because", "Because of Monday.");
  }

  private void once(BooleanSupplier once, Runnable then) {
    happenings.add(new Happening(once, then));
  }

  private boolean isReplyKept() {
    return turn.turns.find("t1").flatMap(Turn::replyReference).isPresent();
  }

  private void takeOver(Successor successor) {
    TurnLease next = turn.take("next", TurnFixture.LEASE);
    if (successor == Successor.KEPT_ITS_OWN) {
      next.renewAndKeep(Optional.empty(), "Since");
    } else if (successor == Successor.ENDED) {
      next.end();
    }
  }

  private StreamResult stream(TurnLease lease) throws InterruptedException {
    TurnPorts ports =
        new TurnPorts(
            turn.turns,
            turn.history,
            turn.replies,
            turn.model,
            new PromptWriter(10_000, turn.clock),
            new UnshownAnswers(turn.table, turn.clock, turn.replies),
            turn.log);
    CallOptions call =
        new CallOptions(turn.clock.instant().plus(Duration.ofMinutes(10)), new Cancellation());
    return new ReplyStreamer(ports, lease, Optional.empty(), buffer, call, this::look, SETTINGS)
        .stream();
  }

  private Instant look() {
    Happening next = happenings.peek();
    if (next != null && next.once().getAsBoolean()) {
      happenings.remove();
      next.then().run();
    }
    return turn.clock.instant();
  }
}
