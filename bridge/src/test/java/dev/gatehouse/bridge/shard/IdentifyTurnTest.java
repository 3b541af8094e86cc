package dev.gatehouse.bridge.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdentifyTurnTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final IdentifyGate.Verdict GRANTED = new IdentifyGate.Verdict.Granted();

  private final LinkedBlockingQueue<IdentifyGate.Verdict> verdicts = new LinkedBlockingQueue<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final IdentifyTurn turn =
      new IdentifyTurn(Shard.ONLY, this::decide, new ShardLog(Shard.ONLY));

  private IdentifyGate.Verdict decide(Shard shard) {
    questions.incrementAndGet();
    try {
      return verdicts.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Input answer() {
    return Await.value("an answer", () -> turn.answer(NOW), Objects::nonNull);
  }

  @Test
  void doesNotWaitForTheGate() throws Exception {
    turn.ask();

    assertNull(turn.answer(NOW));
    assertTrue(turn.isAsked());
    verdicts.add(GRANTED);
    assertEquals(new Input.IdentifyGranted(), answer());
  }

  @Test
  void tellsAnAnswerOnce() throws Exception {
    turn.ask();
    verdicts.add(GRANTED);
    answer();

    assertNull(turn.answer(NOW));
    assertFalse(turn.isAsked());
  }

  /** A connection that is lost meanwhile does not cost a second turn. */
  @Test
  void aQuestionThatIsOpenIsNotAskedTwice() {
    turn.ask();
    turn.ask();
    verdicts.add(GRANTED);
    answer();

    assertEquals(1, questions.get());
  }

  @Test
  void tellsWhenToAskAgainAndWhy() {
    turn.ask();
    verdicts.add(new IdentifyGate.Verdict.Refused(Duration.ofSeconds(7), "the table is gone"));

    assertEquals(new Input.IdentifyRefused(NOW.plusSeconds(7)), answer());
    assertEquals("the table is gone", turn.refusal());

    turn.ask();
    verdicts.add(GRANTED);
    answer();
    assertEquals("", turn.refusal());
  }
}
