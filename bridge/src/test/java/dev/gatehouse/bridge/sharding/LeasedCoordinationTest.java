package dev.gatehouse.bridge.sharding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.cursor.SavedSession;
import dev.gatehouse.bridge.identify.CountingDiscord;
import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
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
      new SavedSession("s1", "wss://resume.example", 7, 41, Instant.ofEpochMilli(1000));

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

    assertEquals(Set.of(0, 1, 2, 3), a.running());
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

    assertEquals(CountingDiscord.TOTAL - 1, seen.remaining().left());
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

    assertEquals(2, a.running().size());
    assertEquals(2, b.running().size());
    assertEquals(Set.of(), intersection(a.running(), b.running()));
  }

  @Test
  void theShardsOfADeadProcessGoToAnother() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    b.round();
    assertEquals(Set.of(), b.running());

    pass(LEASE.plusMillis(1));
    b.round();

    assertEquals(Set.of(0, 1, 2, 3), b.running());
  }

  @Test
  void theOldOwnerStopsWhenItsFenceIsGone() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    pass(LEASE.plusMillis(1));
    b.round();
    assertFalse(a.shared.cursors().save(FIRST, SESSION), "the write of the old owner is refused");

    a.round();

    assertEquals(Set.of(), a.running());
    assertEquals(Set.of(0, 1, 2, 3), b.running());
  }

  @Test
  void aLeaseThatIsRenewedStays() {
    Process a = new Process("a", 4);
    Process b = new Process("b", 4);
    a.round();
    for (int i = 0; i < 4; i++) {
      pass(LEASE.dividedBy(2));
      assertTrue(a.shared.cursors().save(FIRST, SESSION));
      a.shared.round(a.shards, a.host, a.plan);
    }
    b.round();

    assertEquals(Set.of(), b.running());
  }

  @Test
  void anOwnerWhoseClockRanAheadLosesItsShardsWhenItFallsSilent() {
    Process ahead = new Process("ahead", 4);
    Process b = new Process("b", 4);
    clock.advance(Duration.ofDays(1));
    ahead.round();
    clock.set(SettableClock.START);
    b.round();
    assertEquals(Set.of(), b.running());

    pass(LEASE.multipliedBy(2));
    b.round();

    assertEquals(Set.of(0, 1, 2, 3), b.running());
  }

  @Test
  void aShardThatIsHeldButEndedRunsAgain() {
    Process a = new Process("a", 4);
    a.round();
    a.host.abandon(FIRST);
    a.round();

    assertEquals(Set.of(0, 1, 2, 3), a.running());
  }

  @Test
  void aSuccessorFindsTheSessionWhereItWasLeft() {
    Process a = new Process("a", 4);
    a.round();
    assertTrue(a.shared.cursors().save(FIRST, SESSION));
    a.shared.close();
    Process b = new Process("b", 4);
    b.round();

    assertEquals(Optional.of(SESSION), b.shared.cursors().load(FIRST));
    assertEquals(Set.of(0, 1, 2, 3), b.running());
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
    assertFalse(old.running().isEmpty(), "the old shards run until the new ones do");

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

    assertTrue(old.shared.problems().getFirst().contains("taken over"));
    assertEquals(Set.of(), intersection(next.running(), other.running()));
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
    assertEquals(
        ShardCountPlan.Status.CURRENT, old.plan.status(), "some of the new shards have no owner");
    first.round();
    assertEquals(ShardCountPlan.Status.SUPERSEDED, old.plan.status());
  }

  @Test
  void saysWhenTheTableDoesNotAnswerAndGoesOn() {
    Process a = new Process("a", 4);
    a.round();
    table.unavailable(true);
    a.round();
    assertTrue(a.shared.problems().getFirst().startsWith("STATE_TABLE"));
    assertEquals(4, a.running().size());

    table.unavailable(false);
    a.round();
    assertEquals(List.of(), a.shared.problems());
  }

  private static Set<Integer> intersection(Set<Integer> one, Set<Integer> other) {
    one.retainAll(other);
    return one;
  }
}
