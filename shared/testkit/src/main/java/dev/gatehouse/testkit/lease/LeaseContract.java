package dev.gatehouse.testkit.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Gatehouse relies on of leases; keys are new in each test, so one table serves. */
public interface LeaseContract {
  /** How long the tests claim for. */
  Duration LENGTH = Duration.ofSeconds(30);

  /** The table whose rows are leased. */
  Table table();

  @Test
  default void theFirstClaimBeginsTheWork() {
    Fixture f = new Fixture(table());

    LeaseClaim claim = f.claim("a");

    assertThat(claim).isInstanceOf(LeaseClaim.Claimed.class);
    assertThat(f.state())
        .isEqualTo(new LeaseState(Optional.of("a"), 1, 1, f.clock.instant().plus(LENGTH), false));
  }

  @Test
  default void keepsOthersAwayUntilTheLeaseIsOver() {
    Fixture f = new Fixture(table());
    Instant until = f.clock.instant().plus(LENGTH);
    f.claim("a");

    assertThat(f.claim("b")).isEqualTo(new LeaseClaim.Held(until));
    f.clock.set(until.minusMillis(1));
    assertThat(f.claim("b")).isEqualTo(new LeaseClaim.Held(until));
    f.clock.set(until);
    assertThat(f.claim("b")).isInstanceOf(LeaseClaim.Resumed.class);
  }

  @Test
  default void aRowThatWasThereBeforeIsClaimedAsItIs() {
    Fixture f = new Fixture(table());
    f.table.put(new Item(f.key, Map.of("asked_by", Value.of("ada"))));

    Lease lease = f.held("a");

    assertThat(lease.epoch()).isEqualTo(1);
    assertThat(lease.row().text("asked_by")).contains("ada");
  }

  @Test
  default void whatTheHolderWritesGoesWithEachWrite() {
    Fixture f = new Fixture(table());
    Lease lease =
        ((LeaseClaim.Claimed) f.leases.claim(f.key, "a", LENGTH, set("at", "claim"))).lease();
    assertThat(lease.row().text("at")).contains("claim");

    assertThat(lease.progress(set("at", "progress")).text("at")).contains("progress");
    assertThat(lease.renew(set("at", "renewal")).text("at")).contains("renewal");
    lease.release(set("at", "release"));
    assertThat(f.row().text("at")).contains("release");
    f.held("b").finish(LENGTH, set("at", "finish"));
    assertThat(f.row().text("at")).contains("finish");
  }

  @Test
  default void theNextHolderLearnsHowFarTheWorkIs() {
    Fixture f = new Fixture(table());
    f.held("a").progress(set("reply", "17"));
    f.clock.advance(LENGTH);

    Lease next = f.held("b");

    assertThat(next.epoch()).isEqualTo(2);
    assertThat(next.row().text("reply")).contains("17");
  }

  @Test
  default void aHolderReadsWhatOthersWroteIntoItsRow() {
    Fixture f = new Fixture(table());
    Lease lease = f.held("a");
    f.table.updateIf(f.key, List.of(Change.set("stop", Value.of(true))), Condition.present());

    assertThat(lease.renew(List.of()).flag("stop")).isTrue();
  }

  @Test
  default void whatIsFinishedStaysFinished() {
    Fixture f = new Fixture(table());
    f.held("a").finish(Duration.ofHours(1), set("result", "done"));

    f.clock.advance(Duration.ofHours(1).minusSeconds(1));

    assertThat(List.of(f.claim("a"), f.claim("b")))
        .allSatisfy(claim ->
            assertThat(((LeaseClaim.Finished) claim).row().text("result")).contains("done"));
    assertThat(f.state().finished()).isTrue();
  }

  @Test
  default void aFinishThatIsSentAgainSinceItsAnswerWasLostSucceeds() {
    Fixture f = new Fixture(table());
    Lease lease = f.held("a");
    lease.finish(LENGTH, set("result", "done"));

    assertThatCode(() -> lease.finish(LENGTH, set("result", "done"))).doesNotThrowAnyException();
    for (Runnable write :
        List.<Runnable>of(
            () -> lease.progress(List.of()),
            () -> lease.renew(List.of()),
            () -> lease.release(List.of()))) {
      assertThatThrownBy(write::run).isInstanceOf(LeaseLostException.class);
    }
    assertThat(f.claim("b")).isInstanceOf(LeaseClaim.Finished.class);
  }

  @Test
  default void canBeClaimedAnewWhenTheResultIsForgotten() {
    Fixture f = new Fixture(table());
    f.held("a").finish(Duration.ofHours(1), set("result", "done"));
    f.clock.advance(Duration.ofHours(1));

    assertThat(f.claim("b")).isInstanceOf(LeaseClaim.Claimed.class);
    assertThat(f.row().text("result")).isEmpty();
  }

  @Test
  default void whoLostTheLeaseCannotWrite() {
    Fixture f = new Fixture(table());
    Lease lost = f.held("a");
    f.clock.advance(LENGTH);
    Lease present = f.held("b");

    assertRefused(lost);
    present.finish(LENGTH, List.of());
    assertRefused(lost);
    assertThat(f.row().text("at")).isEmpty();
  }

  @Test
  default void aHolderMayClaimAgainWhatItHolds() {
    Fixture f = new Fixture(table());
    Lease first = f.held("a");
    first.progress(set("reply", "17"));

    Lease second = f.held("a");

    assertThat(second.row().text("reply")).contains("17");
    assertRefused(first);
    second.renew(List.of());
  }

  @Test
  default void aRenewedLeaseCountsFromNow() {
    Fixture f = new Fixture(table());
    Lease lease = f.held("a");
    f.clock.advance(LENGTH.minusSeconds(1));

    lease.renew(List.of());

    assertThat(f.claim("b")).isEqualTo(new LeaseClaim.Held(f.clock.instant().plus(LENGTH)));
  }

  @Test
  default void progressDoesNotProlongTheLease() {
    Fixture f = new Fixture(table());
    Instant until = f.clock.instant().plus(LENGTH);
    Lease lease = f.held("a");
    f.clock.advance(LENGTH.minusSeconds(1));

    lease.progress(set("reply", "17"));

    assertThat(f.claim("b")).isEqualTo(new LeaseClaim.Held(until));
  }

  @Test
  default void whatIsReleasedCanBeResumedAtOnce() {
    Fixture f = new Fixture(table());
    Lease released = f.held("a");
    released.release(List.of());

    assertRefused(released);
    assertThat(f.claim("b")).isInstanceOf(LeaseClaim.Resumed.class);
    assertRefused(released);
  }

  @Test
  default void aLeaseThatIsNotRenewedIsTakenOverWhateverItsEndSays() {
    Fixture f = new Fixture(table());
    Lease silent = f.held("a");
    Item seen = f.row();

    Optional<Lease> taken = f.leases.takeOver(seen, "b", LENGTH, List.of());

    assertThat(taken).map(Lease::epoch).contains(2L);
    assertRefused(silent);
  }

  @Test
  default void aLeaseThatWasRenewedClaimedOrFinishedMeanwhileIsNotTakenOver() {
    Fixture f = new Fixture(table());
    Lease lease = f.held("a");
    Item beforeRenewal = f.row();
    lease.renew(List.of());
    Item beforeClaim = f.row();
    Lease again = f.held("a");
    Item beforeFinish = f.row();
    again.finish(LENGTH, List.of());

    assertThat(List.of(beforeRenewal, beforeClaim, beforeFinish))
        .allSatisfy(seen -> assertThat(f.leases.takeOver(seen, "b", LENGTH, List.of())).isEmpty());
  }

  @Test
  default void oneOfManyHoldersWins() throws InterruptedException {
    Fixture f = new Fixture(table());
    List<LeaseClaim> claims = new CopyOnWriteArrayList<>();
    List<Thread> holders =
        IntStream.range(0, 8)
            .mapToObj(i -> Thread.ofVirtual().start(() -> claims.add(f.claim("holder-" + i))))
            .toList();
    for (Thread holder : holders) {
      holder.join();
    }

    assertThat(claims).hasSize(8);
    assertThat(claims).filteredOn(LeaseClaim.Claimed.class::isInstance).hasSize(1);
    assertThat(claims).filteredOn(LeaseClaim.Held.class::isInstance).hasSize(7);
  }

  @Test
  default void itsOwnAttributesAreNotTheUsers() {
    Fixture f = new Fixture(table());
    Lease lease = f.held("a");

    assertThatThrownBy(() -> lease.progress(set("lease_holder", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("lease_holder: is the lease's own");
  }

  private static List<Change> set(String attribute, String text) {
    return List.of(Change.set(attribute, Value.of(text)));
  }

  private static void assertRefused(Lease lost) {
    List<Runnable> writes =
        List.of(
            () -> lost.progress(set("at", "late")),
            () -> lost.renew(set("at", "late")),
            () -> lost.release(set("at", "late")),
            () -> lost.finish(LENGTH, set("at", "late")));
    assertThat(writes)
        .allSatisfy(write -> assertThatThrownBy(write::run).isInstanceOf(LeaseLostException.class));
  }

  /** Leases on one new row. */
  final class Fixture {
    private final SettableClock clock = new SettableClock();
    private final Key key = new Key("leased#" + UUID.randomUUID(), "row");
    private final Table table;
    private final LeaseTable leases;

    private Fixture(Table table) {
      this.table = table;
      leases = new LeaseTable(table, clock);
    }

    private LeaseClaim claim(String holder) {
      return leases.claim(key, holder, LENGTH, List.of());
    }

    /** Claims what must be free. */
    private Lease held(String holder) {
      return switch (claim(holder)) {
        case LeaseClaim.Claimed(Lease lease) -> lease;
        case LeaseClaim.Resumed(Lease lease) -> lease;
        case LeaseClaim.Held held -> throw new AssertionError(held);
        case LeaseClaim.Finished finished -> throw new AssertionError(finished);
      };
    }

    private Item row() {
      return table.get(key).orElseThrow();
    }

    private LeaseState state() {
      return LeaseState.of(row());
    }
  }
}
