package dev.gatehouse.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void runsEachHookOnce() {
    cancellation.onCancel(runs::incrementAndGet);

    cancellation.cancel();
    cancellation.cancel();

    assertThat(runs).hasValue(1);
  }

  @Test
  void runsALateHookAtOnce() {
    cancellation.cancel();

    cancellation.onCancel(runs::incrementAndGet);

    assertThat(runs).hasValue(1);
  }

  @Test
  void endsAPauseEarly() throws Exception {
    var pausing =
        CompletableFuture.supplyAsync(() -> cancellation.cancelledWithin(Duration.ofHours(1)));

    cancellation.cancel();

    assertThat(pausing.get()).isTrue();
  }

  @Test
  void aPauseThatNobodyEndsSaysSo() {
    assertThat(cancellation.cancelledWithin(Duration.ofMillis(1))).isFalse();
  }
}
