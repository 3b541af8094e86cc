package dev.gatehouse.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RetryingModelTest {
  private static final Failure LIMITED =
      new Failure.RateLimited(Optional.of(Duration.ofSeconds(7)));
  private static final Failure BROKEN = new Failure.ServerError(500, Optional.empty());
  private static final Ending DONE = new Ending.Complete(Usage.unknown(), false);

  private final SettableClock clock = new SettableClock();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private final Script script = new Script();
  private final RetryingModel model =
      new RetryingModel(
          script,
          5,
          new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), new Random(7)),
          (pause, c) -> {
            pauses.add(pause);
            clock.advance(pause);
            return c.isCancelled();
          },
          clock);

  @Test
  void waitsAsLongAsTheProviderAsksAndThenSucceeds() {
    script.plays(failing(LIMITED)).plays(DONE);

    assertThat(answer(Duration.ofMinutes(1))).isEqualTo(DONE);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void waitsWithinAGrowingBoundAndGivesUpAfterItsAttempts() {
    for (int i = 0; i < 9; i++) {
      script.plays(failing(BROKEN));
    }

    assertThat(answer(Duration.ofMinutes(1))).isEqualTo(new Ending.Failed(BROKEN, 5));
    assertThat(script.asked).isEqualTo(5);
    assertThat(pauses).hasSize(4);
    assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    assertThat(pauses.get(1)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
    assertThat(pauses.get(3)).isBetween(Duration.ZERO, Duration.ofSeconds(4));
  }

  @Test
  void doesNotWaitBeyondTheDeadline() {
    script.plays(failing(LIMITED)).plays(DONE);

    assertThat(answer(Duration.ofSeconds(5))).isEqualTo(failing(LIMITED));
    assertThat(pauses).isEmpty();
  }

  @Test
  void doesNotAskAgainWhatCannotSucceed() {
    script.plays(failing(new Failure.Unauthorized(401))).plays(DONE);

    assertThat(answer(Duration.ofMinutes(1))).isEqualTo(failing(new Failure.Unauthorized(401)));
    assertThat(script.asked).isEqualTo(1);
  }

  @Test
  void doesNotAskAgainOnceTextWasHeard() {
    script.says = "Once";
    script.plays(failing(new Failure.BrokenOff())).plays(DONE);

    assertThat(answer(Duration.ofMinutes(1))).isEqualTo(failing(new Failure.BrokenOff()));
    assertThat(heard).containsExactly("Once");
    assertThat(script.asked).isEqualTo(1);
  }

  @Test
  void aStopDuringAPauseEndsTheCall() {
    script.plays(failing(BROKEN)).plays(DONE);
    cancellation.cancel();

    assertThat(answer(Duration.ofMinutes(1))).isEqualTo(new Ending.Cancelled());
    assertThat(script.asked).isEqualTo(1);
  }

  private Ending answer(Duration time) {
    Prompt prompt = new Prompt("", List.of(PromptMessage.byUser("Mia", "?")));
    return model.answer(
        prompt, heard::add, new CallOptions(clock.instant().plus(time), cancellation));
  }

  private static Ending failing(Failure failure) {
    return new Ending.Failed(failure);
  }

  private static final class Script implements LanguageModel {
    private final Queue<Ending> endings = new ArrayDeque<>();
    private String says = "";
    private int asked;

    Script plays(Ending ending) {
      endings.add(ending);
      return this;
    }

    @Override
    public ModelName name() {
      return new ModelName("script", "s");
    }

    @Override
    public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
      asked++;
      if (!says.isEmpty()) {
        listener.text(says);
      }
      return endings.remove();
    }
  }
}
