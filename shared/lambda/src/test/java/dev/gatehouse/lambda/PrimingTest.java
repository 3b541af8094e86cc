package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrimingTest {
  private final CompletableFuture<Thread> primer = new CompletableFuture<>();

  @Test
  void isDoneBeforeASnapshotIsMade() {
    Priming.run(started("snap-start"), () -> primer.complete(Thread.currentThread()));

    assertThat(primer).isCompletedWithValue(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-demand", "provisioned-concurrency"})
  void holdsUpNoOtherStart(String initialization) throws Exception {
    CountDownLatch started = new CountDownLatch(1);

    Priming.run(started(initialization), () -> primeAfter(started));
    started.countDown();

    assertThat(primer.get(60, TimeUnit.SECONDS)).isNotEqualTo(Thread.currentThread());
  }

  @Test
  void outsideLambdaThereIsNoSnapshot() {
    assertThat(SnapStart.isOn(Map.of())).isFalse();
  }

  private void primeAfter(CountDownLatch started) {
    try {
      started.await();
      primer.complete(Thread.currentThread());
    } catch (InterruptedException e) {
      primer.completeExceptionally(e);
    }
  }

  private static Map<String, String> started(String initialization) {
    return Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
  }
}
