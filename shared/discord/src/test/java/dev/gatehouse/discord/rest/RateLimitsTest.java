package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Snowflake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
  private static final Route HERE = Routes.createMessage(Snowflake.of(1));
  private static final Route THERE = Routes.createMessage(Snowflake.of(2));

  private final FakeTime time = new FakeTime();
  private final RateLimits limits = new RateLimits(time);

  @Test
  void letsOneCallGoWhileTheBucketIsUnknownAndTheRestAfterIt() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RateLimits.Permit first = limits.acquire(HERE);
      CountDownLatch asking = new CountDownLatch(1);
      Future<RateLimits.Permit> second =
          threads.submit(() -> {
            asking.countDown();
            return limits.acquire(HERE);
          });
      assertThat(asking.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(second.isDone()).isFalse();

      first.complete(Answers.limited("abc", 5, 4, "1"));
      first.close();

      second.get(60, TimeUnit.SECONDS).close();
      assertThat(time.nanos()).as("nobody had to wait for a reset").isEqualTo(0);
    }
  }

  @Test
  void servesThoseWhoWaitInTheOrderInWhichTheyCame() throws Exception {
    BucketGate gate = new BucketGate(time, 1);
    gate.acquire();
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Thread thread = Thread.ofVirtual().start(passThrough(gate, served, i));
      awaitWaiting(thread);
      threads.add(thread);
    }
    gate.release();
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(served).isEqualTo(List.of(0, 1, 2, 3, 4));
  }

  @Test
  void waitsForTheResetWhenNothingIsLeft() throws Exception {
    call(HERE, Answers.limited("abc", 1, 0, "2.5"));
    call(HERE, Answers.limited("abc", 1, 0, "2.5"));
    assertThat(time.nanos()).isEqualTo(Duration.ofMillis(2500).toNanos());
  }

  @Test
  void countsEveryChannelByItself() throws Exception {
    call(HERE, Answers.limited("abc", 1, 0, "2.5"));
    call(THERE, Answers.limited("abc", 1, 0, "2.5"));
    assertThat(time.nanos()).isEqualTo(0);
  }

  @Test
  void countsRoutesOfOneBucketTogether() throws Exception {
    Route edit = Routes.editMessage(Snowflake.of(1), Snowflake.of(9));
    call(HERE, Answers.limited("abc", 2, 1, "5"));
    call(edit, Answers.limited("abc", 2, 0, "4"));
    call(HERE, Answers.limited("abc", 2, 1, "5"));
    assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(5).toNanos());
  }

  @Test
  void countsEveryInteractionByItself() throws Exception {
    Route one = Routes.editOriginal(Snowflake.of(1), Secret.of("one"));
    Route other = Routes.editOriginal(Snowflake.of(1), Secret.of("other"));
    call(one, Answers.limited("abc", 1, 0, "3"));
    call(other, Answers.limited("abc", 1, 0, "3"));
    assertThat(time.nanos()).isEqualTo(0);
  }

  @Test
  void knowsTheLimitOfAnotherChannelFromTheFirst() throws Exception {
    call(HERE, Answers.limited("abc", 3, 2, "1"));
    RateLimits.Permit first = limits.acquire(THERE);
    RateLimits.Permit second = limits.acquire(THERE);
    first.close();
    second.close();
    assertThat(time.nanos()).isEqualTo(0);
  }

  @Test
  void letsARouteWithoutALimitGoFreely() throws Exception {
    call(HERE, Answers.message());
    RateLimits.Permit first = limits.acquire(HERE);
    RateLimits.Permit second = limits.acquire(HERE);
    first.close();
    second.close();
    assertThat(limits.pace(HERE)).isEqualTo(RateLimitStatus.UNKNOWN);
  }

  @Test
  void aRefusalHoldsWhatHadNoLimitAlsoWhenAnOlderAnswerComesAfterIt() throws Exception {
    call(HERE, Answers.message());
    RateLimits.Permit older = limits.acquire(HERE);
    call(HERE, Answers.tooMany("user", "2"));
    older.complete(Answers.message());
    older.close();
    call(HERE, Answers.message());
    assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(2).toNanos());

    RateLimits.Permit first = limits.acquire(HERE);
    RateLimits.Permit second = limits.acquire(HERE);
    first.close();
    second.close();
    assertThat(time.nanos()).as("it has no limit again").isEqualTo(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void givesTheRoomOfADroppedPermitBack() throws Exception {
    limits.acquire(HERE).close();
    limits.acquire(HERE).close();
    assertThat(time.nanos()).isEqualTo(0);
  }

  @Test
  void tellsWhatIsLeft() throws Exception {
    assertThat(limits.pace(HERE)).isEqualTo(RateLimitStatus.UNKNOWN);
    call(HERE, Answers.limited("abc", 5, 3, "1.5"));
    assertThat(limits.pace(HERE)).isEqualTo(new RateLimitStatus(3, Duration.ofMillis(1500)));
    assertThat(limits.pace(HERE).interval()).isEqualTo(Duration.ofMillis(500));
    time.advance(Duration.ofSeconds(2));
    assertThat(limits.pace(HERE).interval()).isEqualTo(Duration.ZERO);
  }

  @Test
  void ignoresHeadersThatMakeNoSense() throws Exception {
    call(HERE, Answers.limited("abc", 1, 0, "soon"));
    call(HERE, Answers.message());
    assertThat(time.nanos()).isEqualTo(0);
  }

  @Test
  void forgetsBucketsThatNobodyNeeds() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      call(Routes.createMessage(Snowflake.of(i)), Answers.limited("abc", 5, 4, "1"));
      time.advance(Duration.ofMillis(100));
    }
    assertThat(limits.bucketsHeld() <= 1_001).as(() -> "holds " + limits.bucketsHeld()).isTrue();
  }

  private static Runnable passThrough(BucketGate gate, List<Integer> served, int number) {
    return () -> {
      try {
        gate.acquire();
        served.add(number);
        gate.release();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    };
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private void call(Route route, ApiResponse answer) throws InterruptedException {
    try (RateLimits.Permit permit = limits.acquire(route)) {
      permit.complete(answer);
    }
  }
}
