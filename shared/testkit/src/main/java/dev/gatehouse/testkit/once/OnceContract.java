package dev.gatehouse.testkit.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    assertThat(f.claim("a")).isEqualTo(new Claim.Fresh());
  }

  @Test
  default void keepsOthersAwayUntilTheLeaseIsOver() {
    Fixture f = new Fixture(table());
    Instant until = f.clock.instant().plus(LEASE);
    f.claim("a");

    assertThat(f.claim("b")).isEqualTo(new Claim.Held(until));
    f.clock.set(until.minusMillis(1));
    assertThat(f.claim("b")).isEqualTo(new Claim.Held(until));
    f.clock.set(until);
    assertThat(f.claim("b")).isEqualTo(new Claim.Resumed(2, ""));
  }

  @Test
  default void theNextWorkerLearnsHowFarTheWorkIs() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "reply 17 sent");
    f.clock.advance(LEASE);

    assertThat(f.claim("b")).isEqualTo(new Claim.Resumed(2, "reply 17 sent"));
  }

  @Test
  default void whatIsFinishedStaysFinished() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "half");
    f.once.finish(f.key, "a", "done", Duration.ofHours(1));

    f.clock.advance(Duration.ofHours(1).minusSeconds(1));
    assertThat(f.claim("a")).isEqualTo(new Claim.Finished("done"));
    assertThat(f.claim("b")).isEqualTo(new Claim.Finished("done"));
  }

  @Test
  default void isFreshAgainWhenTheResultIsForgotten() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.finish(f.key, "a", "done", Duration.ofHours(1));
    f.clock.advance(Duration.ofHours(1));

    assertThat(f.claim("b")).isEqualTo(new Claim.Fresh());
  }

  @Test
  default void aWorkerThatLostItsClaimCannotWrite() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.clock.advance(LEASE);
    f.claim("b");

    assertThatThrownBy(() -> f.once.progress(f.key, "a", "late"))
        .isInstanceOf(ClaimLostException.class);
    assertThatThrownBy(() -> f.once.renew(f.key, "a", LEASE))
        .isInstanceOf(ClaimLostException.class);
    assertThatThrownBy(() -> f.once.release(f.key, "a")).isInstanceOf(ClaimLostException.class);
    assertThatThrownBy(() -> f.once.finish(f.key, "a", "late", LEASE))
        .isInstanceOf(ClaimLostException.class);
    f.once.finish(f.key, "b", "right", LEASE);
    assertThat(f.claim("a")).isEqualTo(new Claim.Finished("right"));
    assertThatThrownBy(() -> f.once.finish(f.key, "b", "twice", LEASE))
        .isInstanceOf(ClaimLostException.class);
  }

  @Test
  default void aWorkerMayClaimAgainWhatItHolds() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "half");

    assertThat(f.claim("a")).isEqualTo(new Claim.Resumed(2, "half"));
  }

  @Test
  default void aRenewedLeaseCountsFromNow() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.clock.advance(LEASE.minusSeconds(1));
    f.once.renew(f.key, "a", LEASE);

    assertThat(f.claim("b")).isEqualTo(new Claim.Held(f.clock.instant().plus(LEASE)));
  }

  @Test
  default void whatIsReleasedCanBeResumedAtOnce() {
    Fixture f = new Fixture(table());
    f.claim("a");
    f.once.progress(f.key, "a", "half");
    f.once.release(f.key, "a");

    assertThat(f.claim("b")).isEqualTo(new Claim.Resumed(2, "half"));
    assertThatThrownBy(() -> f.once.progress(f.key, "a", "late"))
        .isInstanceOf(ClaimLostException.class);
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

    assertThat(claims.size()).isEqualTo(8);
    assertThat(claims.stream().filter(new Claim.Fresh()::equals).count()).isEqualTo(1);
    assertThat(claims.stream().filter(Claim.Held.class::isInstance).count()).isEqualTo(7);
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
