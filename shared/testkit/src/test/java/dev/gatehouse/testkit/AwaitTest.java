package dev.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AwaitTest {
  @Test
  void returnsTheFirstValueThatFits() {
    AtomicInteger count = new AtomicInteger();

    assertEquals(3, Await.value("three", count::incrementAndGet, n -> n >= 3));
  }

  @Test
  void saysWhatItWaitedForAndWhatItSawLast() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> Await.value("seven", Duration.ofMillis(1), () -> 6, n -> n == 7));

    assertTrue(error.getMessage().contains("seven"), error::getMessage);
    assertTrue(error.getMessage().contains("the last value was 6"), error::getMessage);
  }

  @Test
  void looksOnceEvenWhenTheDeadlineHasPassed() {
    Await.until("now", Duration.ZERO, () -> true);
  }
}
