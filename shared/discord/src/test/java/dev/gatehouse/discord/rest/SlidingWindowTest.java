package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SlidingWindowTest {
  private final FakeTime time = new FakeTime();
  private final SlidingWindow window = new SlidingWindow(time, 2, Duration.ofSeconds(1));

  @Test
  void allowsSoManyAtOnceAndTheNextWhenTheFirstIsOld() throws Exception {
    window.await();
    time.advance(Duration.ofMillis(400));
    window.await();
    window.await();
    assertEquals(Duration.ofSeconds(1).toNanos(), time.nanos());
    window.await();
    assertEquals(Duration.ofMillis(1400).toNanos(), time.nanos());
  }

  @Test
  void doesNotSaveUnusedTurnsUp() throws Exception {
    time.advance(Duration.ofMinutes(1));
    window.await();
    window.await();
    window.await();
    assertEquals(Duration.ofSeconds(61).toNanos(), time.nanos());
  }
}
