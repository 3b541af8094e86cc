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
  void runs_each_hook_once() {
    cancellation.onCancel(runs::incrementAndGet);

    cancellation.cancel();
    cancellation.cancel();

    assertThat(runs).hasValue(1);
  }

  @Test
  void runs_a_late_hook_at_once() {
    cancellation.cancel();

    cancellation.onCancel(runs::incrementAndGet);

    assertThat(runs).hasValue(1);
  }

  @Test
  void ends_a_pause_early() throws Exception {
    var pausing =
        CompletableFuture.supplyAsync(() -> cancellation.cancelledWithin(Duration.ofHours(1)));

    cancellation.cancel();

    assertThat(pausing.get()).isTrue();
  }

  @Test
  void a_pause_that_nobody_ends_says_so() {
    assertThat(cancellation.cancelledWithin(Duration.ofMillis(1))).isFalse();
  }
}
