package dev.gatehouse.contracts.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Example
  void theBoundDoublesUpToTheLongestWait() {
    assertThat(IntStream.of(1, 2, 3, 4, 5, 6, Integer.MAX_VALUE).mapToObj(backoff(1)::bound))
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L, 1000L);
  }

  @Property
  void aWaitIsWithinItsBound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int attempt) {
    Backoff backoff = backoff(seed);

    assertThat(backoff.after(attempt)).isBetween(Duration.ZERO, backoff.bound(attempt));
  }

  @Example
  void theJitterIsFull() {
    Backoff backoff = backoff(7);
    long[] tenths = new long[10];

    for (int i = 0; i < 10_000; i++) {
      tenths[(int) (backoff.after(5).toNanos() * 10 / (LONGEST.toNanos() + 1))]++;
    }

    assertThat(LongStream.of(tenths).boxed())
        .allSatisfy(hits -> assertThat(hits).isBetween(850L, 1150L));
  }

  @Property
  void aServersWaitIsNotUndercut(@ForAll @LongRange(min = 0, max = 5_000) long millis) {
    Duration asked = Duration.ofMillis(millis);

    assertThat(backoff(millis).after(3, asked))
        .isGreaterThanOrEqualTo(asked)
        .isEqualTo(max(asked, backoff(millis).after(3)));
  }

  @Example
  void aBoundOfNothingWaitsForNothing() {
    assertThat(new Backoff(Duration.ZERO, Duration.ZERO, new Random(1)).after(9)).isZero();
  }

  @Example
  void refusesWhatIsNoBackoff() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(LONGEST, FIRST, new Random(1)))
        .withMessageContaining("longest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(FIRST.negated(), LONGEST, new Random(1)))
        .withMessageContaining("negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> backoff(1).after(0))
        .withMessageContaining("attempt");
  }

  private static Backoff backoff(long seed) {
    return new Backoff(FIRST, LONGEST, new Random(seed));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
