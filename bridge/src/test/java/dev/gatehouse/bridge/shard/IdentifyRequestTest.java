package dev.gatehouse.bridge.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.session.SessionEvent;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdentifyRequestTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final IdentifyGate.Verdict GRANTED = new IdentifyGate.Verdict.Granted();

  private final LinkedBlockingQueue<IdentifyGate.Verdict> verdicts = new LinkedBlockingQueue<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final IdentifyRequest request =
      new IdentifyRequest(Shard.ONLY, this::decide, new ShardLog(Shard.ONLY));

  private IdentifyGate.Verdict decide(Shard shard) {
    questions.incrementAndGet();
    try {
      return verdicts.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SessionEvent answer() {
    return Await.value("an answer", () -> request.answer(NOW), Objects::nonNull);
  }

  @Test
  void doesNotWaitForTheGate() throws Exception {
    request.send();

    assertThat(request.answer(NOW)).isNull();
    assertThat(request.isOpen()).isTrue();
    verdicts.add(GRANTED);
    assertThat(answer()).isEqualTo(new SessionEvent.IdentifyGranted());
  }

  @Test
  void tellsAnAnswerOnce() throws Exception {
    request.send();
    verdicts.add(GRANTED);
    answer();

    assertThat(request.answer(NOW)).isNull();
    assertThat(request.isOpen()).isFalse();
  }

  /** A connection that is lost meanwhile does not cost a second request. */
  @Test
  void aQuestionThatIsOpenIsNotAskedTwice() {
    request.send();
    request.send();
    verdicts.add(GRANTED);
    answer();

    assertThat(questions.get()).isEqualTo(1);
  }

  @Test
  void tellsWhenToAskAgainAndWhy() {
    request.send();
    verdicts.add(new IdentifyGate.Verdict.Refused(Duration.ofSeconds(7), "the table is gone"));

    assertThat(answer()).isEqualTo(new SessionEvent.IdentifyRefused(NOW.plusSeconds(7)));
    assertThat(request.refusal()).isEqualTo("the table is gone");

    request.send();
    verdicts.add(GRANTED);
    answer();
    assertThat(request.refusal()).isEqualTo("");
  }
}
