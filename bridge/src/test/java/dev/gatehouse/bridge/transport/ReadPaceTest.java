package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadPaceTest {
  private static final long START = 7_000_000_000L;
  private static final long MILLISECOND = 1_000_000;

  private final ReadPace pace = new ReadPace(START);

  @Test
  void theFirstReadIsDueAtOnce() {
    assertThat(pace.untilNext(START) <= 0).isTrue();
  }

  @Test
  void aReadThatFollowsAnotherWaitsForMore() {
    pace.tookAll(START);

    assertThat(pace.untilNext(START)).isEqualTo(MILLISECOND);
    assertThat(pace.untilNext(START + 900_000)).isEqualTo(100_000);
  }

  @Test
  void whatComesAfterASilenceIsReadAtOnce() {
    pace.tookAll(START);

    assertThat(pace.untilNext(START + 2 * MILLISECOND) <= 0).isTrue();
  }

  @Test
  void aReadThatLeftSomethingIsFollowedAtOnce() {
    pace.leftSome(START);

    assertThat(pace.untilNext(START) <= 0).isTrue();
  }
}
