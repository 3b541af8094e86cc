package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
    window.await();
    assertThat(time.nanos()).isEqualTo(Duration.ofMillis(1400).toNanos());
  }

  @Test
  void doesNotSaveUnusedTurnsUp() throws Exception {
    time.advance(Duration.ofMinutes(1));
    window.await();
    window.await();
    window.await();
    assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(61).toNanos());
  }
}
