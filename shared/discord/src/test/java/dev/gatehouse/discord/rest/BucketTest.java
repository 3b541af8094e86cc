package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BucketTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Bucket bucket = new Bucket(1);

  @Test
  void letsOneCallFindOutAnUnknownLimit() {
    assertThat(bucket.tryAcquire(0)).isTrue();
    assertThat(bucket.tryAcquire(0)).isFalse();
    assertThat(bucket.untilReset(0)).isEqualTo(Duration.ZERO);
  }

  @Test
  void givesWhatTheHeadersLeave() {
    answered(5, 2, 0);
    assertThat(bucket.tryAcquire(0)).isTrue();
    assertThat(bucket.tryAcquire(0)).isTrue();
    assertThat(bucket.tryAcquire(0)).isFalse();
    assertThat(bucket.untilReset(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void isWholeAgainWhenTheWindowEnds() {
    answered(2, 0, 0);
    assertThat(bucket.tryAcquire(SECOND - 1)).isFalse();
    assertThat(bucket.tryAcquire(SECOND)).isTrue();
    assertThat(bucket.tryAcquire(SECOND)).isTrue();
    assertThat(bucket.tryAcquire(SECOND)).isFalse();
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
    assertThat(bucket.pace(0).remaining()).isEqualTo(2);
  }

  @Test
  void countsCallsOnTheirWayAsTaken() {
    answered(5, 2, 0);
    bucket.tryAcquire(0);
    assertThat(bucket.pace(0)).isEqualTo(new RateLimitStatus(1, Duration.ofSeconds(1)));
  }

  @Test
  void givesTheRoomOfADroppedCallBack() {
    bucket.tryAcquire(0);
    bucket.release();
    assertThat(bucket.tryAcquire(0)).isTrue();
  }

  @Test
  void waitsAfterARefusalWhateverWasLeft() {
    answered(5, 4, 0);
    bucket.tryAcquire(0);
    bucket.exhaust(Duration.ofSeconds(3), 0);
    bucket.release();
    assertThat(bucket.tryAcquire(3 * SECOND - 1)).isFalse();
    assertThat(bucket.tryAcquire(3 * SECOND)).isTrue();
  }

  @Test
  void isIdleOnceNothingRunsAndNobodyCalls() {
    answered(5, 4, 0);
    assertThat(bucket.idle(0)).isFalse();
    assertThat(bucket.idle(SECOND)).isTrue();
    bucket.tryAcquire(SECOND);
    assertThat(bucket.idle(SECOND)).isFalse();
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
