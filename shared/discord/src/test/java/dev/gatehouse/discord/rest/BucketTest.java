package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BucketTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Bucket bucket = new Bucket(1);

  @Test
  void letsOneCallFindOutAnUnknownLimit() {
    assertTrue(bucket.tryAcquire(0));
    assertFalse(bucket.tryAcquire(0));
    assertEquals(Duration.ZERO, bucket.untilReset(0));
  }

  @Test
  void givesWhatTheHeadersLeave() {
    answered(5, 2, 0);
    assertTrue(bucket.tryAcquire(0));
    assertTrue(bucket.tryAcquire(0));
    assertFalse(bucket.tryAcquire(0));
    assertEquals(Duration.ofSeconds(1), bucket.untilReset(0));
  }

  @Test
  void isWholeAgainWhenTheWindowEnds() {
    answered(2, 0, 0);
    assertFalse(bucket.tryAcquire(SECOND - 1));
    assertTrue(bucket.tryAcquire(SECOND));
    assertTrue(bucket.tryAcquire(SECOND));
    assertFalse(bucket.tryAcquire(SECOND));
  }

  @Test
  void believesTheLowestOfAnswersThatOvertakeEachOther() {
    answered(5, 4, 0);
    bucket.tryAcquire(0);
    bucket.tryAcquire(0);
    bucket.observe(headers(5, 2), 0);
    bucket.release();
    bucket.observe(headers(5, 3), 0);
    bucket.release();
    assertEquals(2, bucket.pace(0).remaining());
  }

  @Test
  void countsCallsOnTheirWayAsTaken() {
    answered(5, 2, 0);
    bucket.tryAcquire(0);
    assertEquals(new RateLimitStatus(1, Duration.ofSeconds(1)), bucket.pace(0));
  }

  @Test
  void givesTheRoomOfADroppedCallBack() {
    bucket.tryAcquire(0);
    bucket.release();
    assertTrue(bucket.tryAcquire(0));
  }

  @Test
  void waitsAfterARefusalWhateverWasLeft() {
    answered(5, 4, 0);
    bucket.tryAcquire(0);
    bucket.exhaust(Duration.ofSeconds(3), 0);
    bucket.release();
    assertFalse(bucket.tryAcquire(3 * SECOND - 1));
    assertTrue(bucket.tryAcquire(3 * SECOND));
  }

  @Test
  void isIdleOnceNothingRunsAndNobodyCalls() {
    answered(5, 4, 0);
    assertFalse(bucket.idle(0));
    assertTrue(bucket.idle(SECOND));
    bucket.tryAcquire(SECOND);
    assertFalse(bucket.idle(SECOND));
  }

  private void answered(int limit, int remaining, long now) {
    bucket.tryAcquire(now);
    bucket.observe(headers(limit, remaining), now);
    bucket.release();
  }

  private static RateLimitHeaders headers(int limit, int remaining) {
    return new RateLimitHeaders("hash", limit, remaining, Duration.ofSeconds(1));
  }
}
