package dev.gatehouse.bridge.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private final SettableClock wall = new SettableClock();
  private long nanos = 5_000;
  private final Clocks time = new Clocks(wall, () -> nanos);

  @Test
  void timersDoNotFollowAWallClockThatJumps() {
    nanos += Duration.ofSeconds(3).toNanos();
    wall.set(SettableClock.START.minus(Duration.ofDays(1)));
    assertThat(time.now().steady()).isEqualTo(SettableClock.START.plusSeconds(3));

    wall.set(SettableClock.START.plus(Duration.ofDays(400)));
    assertThat(time.now().steady()).isEqualTo(SettableClock.START.plusSeconds(3));
  }

  @Test
  void whatOthersReadIsWallTime() {
    wall.set(SettableClock.START.plusSeconds(9));

    assertThat(time.now().wallMillis())
        .isEqualTo(SettableClock.START.plusSeconds(9).toEpochMilli());
  }
}
