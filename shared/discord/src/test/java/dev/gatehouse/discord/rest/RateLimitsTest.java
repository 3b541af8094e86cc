package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      assertTrue(asking.await(10, TimeUnit.SECONDS));
      assertFalse(second.isDone());

      first.complete(Answers.limited("abc", 5, 4, "1"));
      first.close();

      second.get(10, TimeUnit.SECONDS).close();
      assertEquals(0, time.nanos(), "nobody had to wait for a reset");
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
      assertTrue(thread.join(Duration.ofSeconds(10)));
    }
    assertEquals(List.of(0, 1, 2, 3, 4), served);
  }

  @Test
  void waitsForTheResetWhenNothingIsLeft() throws Exception {
    call(HERE, Answers.limited("abc", 1, 0, "2.5"));
    call(HERE, Answers.limited("abc", 1, 0, "2.5"));
    assertEquals(Duration.ofMillis(2500).toNanos(), time.nanos());
  }

  @Test
  void countsEveryChannelByItself() throws Exception {
    call(HERE, Answers.limited("abc", 1, 0, "2.5"));
    call(THERE, Answers.limited("abc", 1, 0, "2.5"));
    assertEquals(0, time.nanos());
  }

  @Test
  void countsRoutesOfOneBucketTogether() throws Exception {
    Route edit = Routes.editMessage(Snowflake.of(1), Snowflake.of(9));
    call(HERE, Answers.limited("abc", 2, 1, "5"));
    call(edit, Answers.limited("abc", 2, 0, "4"));
    call(HERE, Answers.limited("abc", 2, 1, "5"));
    assertEquals(Duration.ofSeconds(5).toNanos(), time.nanos());
  }

  @Test
  void countsEveryInteractionByItself() throws Exception {
    Route one = Routes.editOriginal(Snowflake.of(1), Secret.of("one"));
    Route other = Routes.editOriginal(Snowflake.of(1), Secret.of("other"));
    call(one, Answers.limited("abc", 1, 0, "3"));
    call(other, Answers.limited("abc", 1, 0, "3"));
    assertEquals(0, time.nanos());
  }

  @Test
  void knowsTheLimitOfAnotherChannelFromTheFirst() throws Exception {
    call(HERE, Answers.limited("abc", 3, 2, "1"));
    RateLimits.Permit first = limits.acquire(THERE);
    RateLimits.Permit second = limits.acquire(THERE);
    first.close();
    second.close();
    assertEquals(0, time.nanos());
  }

  @Test
  void letsARouteWithoutALimitGoFreely() throws Exception {
    call(HERE, Answers.message());
    RateLimits.Permit first = limits.acquire(HERE);
    RateLimits.Permit second = limits.acquire(HERE);
    first.close();
    second.close();
    assertEquals(RateLimitStatus.UNKNOWN, limits.pace(HERE));
  }

  @Test
  void aRefusalHoldsWhatHadNoLimitAlsoWhenAnOlderAnswerComesAfterIt() throws Exception {
    call(HERE, Answers.message());
    RateLimits.Permit older = limits.acquire(HERE);
    call(HERE, Answers.tooMany("user", "2"));
    older.complete(Answers.message());
    older.close();
    call(HERE, Answers.message());
    assertEquals(Duration.ofSeconds(2).toNanos(), time.nanos());

    RateLimits.Permit first = limits.acquire(HERE);
    RateLimits.Permit second = limits.acquire(HERE);
    first.close();
    second.close();
    assertEquals(Duration.ofSeconds(2).toNanos(), time.nanos(), "it has no limit again");
  }

  @Test
  void givesTheRoomOfADroppedPermitBack() throws Exception {
    limits.acquire(HERE).close();
    limits.acquire(HERE).close();
    assertEquals(0, time.nanos());
  }

  @Test
  void tellsWhatIsLeft() throws Exception {
    assertEquals(RateLimitStatus.UNKNOWN, limits.pace(HERE));
    call(HERE, Answers.limited("abc", 5, 3, "1.5"));
    assertEquals(new RateLimitStatus(3, Duration.ofMillis(1500)), limits.pace(HERE));
    assertEquals(Duration.ofMillis(500), limits.pace(HERE).interval());
    time.advance(Duration.ofSeconds(2));
    assertEquals(Duration.ZERO, limits.pace(HERE).interval());
  }

  @Test
  void ignoresHeadersThatMakeNoSense() throws Exception {
    call(HERE, Answers.limited("abc", 1, 0, "soon"));
    call(HERE, Answers.message());
    assertEquals(0, time.nanos());
  }

  @Test
  void forgetsBucketsThatNobodyNeeds() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      call(Routes.createMessage(Snowflake.of(i)), Answers.limited("abc", 5, 4, "1"));
      time.advance(Duration.ofMillis(100));
    }
    assertTrue(limits.bucketsHeld() <= 1_001, () -> "holds " + limits.bucketsHeld());
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
