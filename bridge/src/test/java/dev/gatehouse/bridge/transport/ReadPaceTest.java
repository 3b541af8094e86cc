package dev.gatehouse.bridge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReadPaceTest {
  private static final long START = 7_000_000_000L;
  private static final long MILLISECOND = 1_000_000;

  private final ReadPace pace = new ReadPace(START);

  @Test
  void theFirstReadIsDueAtOnce() {
    assertTrue(pace.untilNext(START) <= 0);
  }

  @Test
  void aReadThatFollowsAnotherWaitsForMore() {
    pace.tookAll(START);

    assertEquals(MILLISECOND, pace.untilNext(START));
    assertEquals(100_000, pace.untilNext(START + 900_000));
  }

  @Test
  void whatComesAfterASilenceIsReadAtOnce() {
    pace.tookAll(START);

    assertTrue(pace.untilNext(START + 2 * MILLISECOND) <= 0);
  }

  @Test
  void aReadThatLeftSomethingIsFollowedAtOnce() {
    pace.leftSome(START);

    assertTrue(pace.untilNext(START) <= 0);
  }
}
