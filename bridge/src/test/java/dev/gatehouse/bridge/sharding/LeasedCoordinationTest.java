package dev.gatehouse.bridge.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.identify.CountingDiscord;
import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Processes that share a bot, round by round. */
class LeasedCoordinationTest {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Shard FIRST = new Shard(0, 4);
  private static final SavedSession SESSION =
      new SavedSession(
          "s1",
          "wss://resume.example",
          7,
          Instant.ofEpochMilli(500),
          41,
          Instant.ofEpochMilli(1000));

  private final InMemoryTable table = new InMemoryTable();
  private final SettableClock clock = new SettableClock();
  private long nanos;

  /** One process of a bot with some number of shards. */
  private final class Process {
    private final RecordingHost host = new RecordingHost();
    private final List<Shard> shards;
    private final LeasedCoordination shared;
    private final ShardCountPlan plan;

    Process(String id, int count) {
      shards = IntStream.range(0, count).mapToObj(i -> new Shard(i, count)).toList();
      shared = new LeasedCoordination(table, Secret.of("token"), id, LEASE, clock, () -> nanos);
      plan = shared.plan(shards);
    }

    void round() {
      shared.round(shards, host, plan);
    }

    Set<Integer> running() {
      return host.indexes();
    }
  }

  private void pass(Duration time) {
    clock.advance(time);
    nanos += time.toNanos();
  }

  @Test
  void aLoneProcessRunsEveryShard() {
    Process a = new Process("a", 4);
    a.round();

    assertThat(a.running()).isEqualTo(Set.of(0, 1, 2, 3));
  }

  @Test
  void aSuccessorKnowsTheRolesOfItsShard() {
    Process a = new Process("a", 1);
    a.round();
    a.shared.cursors().saveRoles(Shard.ONLY, Set.of(5L, 6L));
    pass(LEASE.multipliedBy(2));
    Process b = new Process("b", 1);
    b.round();

    assertThat(b.shared.cursors().roles(Shard.ONLY)).containsExactlyInAnyOrder(5L, 6L);
    assertThat(b.shared.cursors().roles(new Shard(0, 2))).isEmpty();
  }

  @Test
  void aProcessSeesWhatOthersSpendOfTheIdentifies() {
    CountingDiscord discord =
        new CountingDiscord(() -> nanos, CountingDiscord.TOTAL, 1, Duration.ofHours(3));
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    MeteredIdentifyGate seen = a.shared.gate(discord.info(), discord);
    b.shared.gate(discord.info(), discord).request(FIRST);
    pass(Duration.ofMinutes(1));
    a.round();

    assertThat(seen.remaining().left()).isEqualTo(CountingDiscord.TOTAL - 1);
  }

  @Test
  void aProcessThatJoinsGetsItsShare() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    for (int expected = 1; expected <= 2; expected++) {
      int share = expected;
      b.round();
      a.round();
      Await.until(
          "b runs " + share,
          () -> {
            a.round();
            b.round();
            return b.running().size() == share || b.running().size() == 2;
          });
    }
    a.round();
    b.round();

    assertThat(a.running().size()).isEqualTo(2);
    assertThat(b.running().size()).isEqualTo(2);
    assertThat(intersection(a.running(), b.running())).isEmpty();
  }

  @Test
  void theShardsOfADeadProcessGoToAnother() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    b.round();
    assertThat(b.running()).isEmpty();

    pass(LEASE.plusMillis(1));
    b.round();

    assertThat(b.running()).isEqualTo(Set.of(0, 1, 2, 3));
  }

  @Test
  void theOldOwnerStopsWhenItsFenceIsGone() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    pass(LEASE.plusMillis(1));
    b.round();
    assertThat(a.shared.cursors().save(FIRST, SESSION))
        .as("the write of the old owner is refused")
        .isFalse();

    a.round();

    assertThat(a.running()).isEmpty();
    assertThat(b.running()).isEqualTo(Set.of(0, 1, 2, 3));
  }

  @Test
  void aLeaseThatIsRenewedStays() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    for (int i = 0; i < 4; i++) {
      pass(LEASE.dividedBy(2));
      assertThat(a.shared.cursors().save(FIRST, SESSION)).isTrue();
      a.shared.round(a.shards, a.host, a.plan);
    }
    b.round();

    assertThat(b.running()).isEmpty();
  }

  @Test
  void anOwnerWhoseClockRanAheadLosesItsShardsWhenItFallsSilent() {
    Process ahead = new Process("ahead", 4);
    Process b = new Process("b", 4);
    clock.advance(Duration.ofDays(1));
    ahead.round();
    clock.set(SettableClock.START);
    b.round();
    assertThat(b.running()).isEmpty();

    pass(LEASE.multipliedBy(2));
    b.round();

    assertThat(b.running()).isEqualTo(Set.of(0, 1, 2, 3));
  }

  @Test
  void aShardThatIsHeldButEndedRunsAgain() {
    Process a = new Process("a", 4);
    a.round();
    a.host.abandon(FIRST);
    a.round();

    assertThat(a.running()).isEqualTo(Set.of(0, 1, 2, 3));
  }

  @Test
  void aSuccessorFindsTheSessionWhereItWasLeft() {
    Process a = new Process("a", 4);
    a.round();
    assertThat(a.shared.cursors().save(FIRST, SESSION)).isTrue();
    a.shared.close();
    Process b = new Process("b", 4);
    b.round();

    assertThat(b.shared.cursors().load(FIRST)).isEqualTo(Optional.of(SESSION));
    assertThat(b.running()).isEqualTo(Set.of(0, 1, 2, 3));
  }

  @Test
  void moreShardsTakeOverOnlyOnceEventsFlowOnAllOfThem() {
    Process old = new Process("old", 4);
    old.round();
    Process next = new Process("next", 8);
    next.host.live(false);
    next.round();
    next.round();
    old.round();
    assertThat(old.running().isEmpty()).as("the old shards run until the new ones do").isFalse();

    Process other = new Process("other", 8);
    next.host.live(true);
    Await.until(
        "the new shards have taken over",
        () -> {
          pass(Duration.ofSeconds(1));
          old.round();
          next.round();
          other.round();
          return old.running().isEmpty() && next.running().size() + other.running().size() == 8;
        });

    assertThat(old.shared.problems().getFirst().contains("taken over")).isTrue();
    assertThat(intersection(next.running(), other.running())).isEmpty();
  }

  @Test
  void aShardWhoseOwnerDiedIsNotTakenForOneThatRuns() {
    Process old = new Process("old", 4);
    old.round();
    Process first = new Process("first", 8);
    Process second = new Process("second", 8);
    first.host.live(false);
    second.host.live(false);
    Await.until(
        "the new processes share their shards",
        () -> {
          first.round();
          second.round();
          return first.running().size() == 4 && second.running().size() == 4;
        });
    second.host.live(true);
    second.round();
    pass(LEASE.plusMillis(1));
    old.round();

    first.host.live(true);
    first.round();
    assertThat(old.plan.status())
        .as("some of the new shards have no owner")
        .isEqualTo(ShardCountPlan.Status.CURRENT);
    first.round();
    assertThat(old.plan.status()).isEqualTo(ShardCountPlan.Status.SUPERSEDED);
  }

  @Test
  void saysWhenTheTableDoesNotAnswerAndGoesOn() {
    Process a = new Process("a", 4);
    a.round();
    table.unavailable(true);
    a.round();
    assertThat(a.shared.problems().getFirst().startsWith("STATE_TABLE")).isTrue();
    assertThat(a.running().size()).isEqualTo(4);

    table.unavailable(false);
    a.round();
    assertThat(a.shared.problems()).isEmpty();
  }

  private static Set<Integer> intersection(Set<Integer> one, Set<Integer> other) {
    one.retainAll(other);
    return one;
  }
}
