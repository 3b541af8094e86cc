package dev.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AwaitTest {
  @Test
  void returnsTheFirstValueThatFits() {
    AtomicInteger count = new AtomicInteger();

    assertThat(Await.value("three", count::incrementAndGet, n -> n >= 3)).isEqualTo(3);
  }

  @Test
  void saysWhatItWaitedForAndWhatItSawLast() {
    AssertionError error =
        assertThatExceptionOfType(AssertionError.class)
            .isThrownBy(() -> Await.value("seven", Duration.ofMillis(1), () -> 6, n -> n == 7))
            .actual();

    assertThat(error.getMessage().contains("seven")).as(error::getMessage).isTrue();
    assertThat(error.getMessage().contains("the last value was 6")).as(error::getMessage).isTrue();
  }

  @Test
  void looksOnceEvenWhenTheDeadlineHasPassed() {
    Await.until("now", Duration.ZERO, () -> true);
  }
}
