package dev.gatehouse.testkit.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.cloud.once.Claim;
import dev.gatehouse.cloud.once.ClaimLostException;
import dev.gatehouse.cloud.once.Once;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Gatehouse relies on of claims; keys are new in each test, so one table serves. */
public interface OnceContract {
  /** How long the tests claim for. */
  Duration LEASE = Duration.ofSeconds(30);

  /** The table that the claims are rows of. */
  Table table();

  @Test
  default void theFirstClaimIsFresh() {
    Fixture f = new Fixture(table());

    assertEquals(new Claim.Fresh(), f.claim("a"));
  }

  @Test
  default void keepsOthersAwayUntilTheLeaseIsOver() {
    Fixture f = new Fixture(table());
    Instant until = f.clock.instant().plus(LEASE);
    f.claim("a");

    assertEquals(new Claim.Held(until), f.claim("b"));
    f.clock.set(until.minusMillis(1));
    assertEquals(new Claim.Held(until), f.claim("b"));
    f.clock.set(until);
    assertEquals(new Claim.Resumed(2, ""), f.claim("b"));
  }

  @Test
  default void theNextWorkerLearnsHowFarTheWorkIs() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "reply 17 sent");
    f.clock.advance(LEASE);

    assertEquals(new Claim.Resumed(2, "reply 17 sent"), f.claim("b"));
  }

  @Test
  default void whatIsFinishedStaysFinished() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "half");
    f.once.finish(f.key, "a", "done", Duration.ofHours(1));

    f.clock.advance(Duration.ofHours(1).minusSeconds(1));
    assertEquals(new Claim.Finished("done"), f.claim("a"));
    assertEquals(new Claim.Finished("done"), f.claim("b"));
  }

  @Test
  default void isFreshAgainWhenTheResultIsForgotten() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.finish(f.key, "a", "done", Duration.ofHours(1));
    f.clock.advance(Duration.ofHours(1));

    assertEquals(new Claim.Fresh(), f.claim("b"));
  }

  @Test
  default void aWorkerThatLostItsClaimCannotWrite() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.clock.advance(LEASE);
    f.claim("b");

    assertThrows(ClaimLostException.class, () -> f.once.progress(f.key, "a", "late"));
    assertThrows(ClaimLostException.class, () -> f.once.renew(f.key, "a", LEASE));
    assertThrows(ClaimLostException.class, () -> f.once.release(f.key, "a"));
    assertThrows(ClaimLostException.class, () -> f.once.finish(f.key, "a", "late", LEASE));
    f.once.finish(f.key, "b", "right", LEASE);
    assertEquals(new Claim.Finished("right"), f.claim("a"));
    assertThrows(ClaimLostException.class, () -> f.once.finish(f.key, "b", "twice", LEASE));
  }

  @Test
  default void aWorkerMayClaimAgainWhatItHolds() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "half");

    assertEquals(new Claim.Resumed(2, "half"), f.claim("a"));
  }

  @Test
  default void aRenewedLeaseCountsFromNow() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.clock.advance(LEASE.minusSeconds(1));
    f.once.renew(f.key, "a", LEASE);

    assertEquals(new Claim.Held(f.clock.instant().plus(LEASE)), f.claim("b"));
  }

  @Test
  default void whatIsReleasedCanBeResumedAtOnce() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "half");
    f.once.release(f.key, "a");

    assertEquals(new Claim.Resumed(2, "half"), f.claim("b"));
    assertThrows(ClaimLostException.class, () -> f.once.progress(f.key, "a", "late"));
  }

  @Test
  default void oneOfManyWorkersWins() throws InterruptedException {
    Fixture f = new Fixture(table());
    List<Claim> claims = new CopyOnWriteArrayList<>();
    List<Thread> workers =
        IntStream.range(0, 8)
            .mapToObj(i -> Thread.ofVirtual().start(() -> claims.add(f.claim("worker-" + i))))
            .toList();
    for (Thread worker : workers) {
      worker.join();
    }

    assertEquals(8, claims.size());
    assertEquals(1, claims.stream().filter(new Claim.Fresh()::equals).count());
    assertEquals(7, claims.stream().filter(Claim.Held.class::isInstance).count());
  }

  /** Claims on one new key. */
  final class Fixture {
    private final SettableClock clock = new SettableClock();
    private final String key = UUID.randomUUID().toString();
    private final Once once;

    private Fixture(Table table) {
      once = new Once(table, clock);
    }

    private Claim claim(String worker) {
      return once.claim(key, worker, LEASE);
    }
  }
}
