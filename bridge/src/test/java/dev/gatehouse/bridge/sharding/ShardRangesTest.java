package dev.gatehouse.bridge.sharding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Processes of different ranges of a bot's shards leave none without an owner. */
class ShardRangesTest {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final int COUNT = 16;

  private final InMemoryTable table = new InMemoryTable();
  private final SettableClock clock = new SettableClock();

  /** One process with a range of the bot's shards. */
  private final class Process {
    private final RecordingHost host = new RecordingHost();
    private final List<Shard> shards;
    private final LeasedCoordination shared;
    private final ShardCountPlan plan;

    Process(String id, int first, int last) {
      shards = IntStream.rangeClosed(first, last).mapToObj(i -> new Shard(i, COUNT)).toList();
      shared = new LeasedCoordination(table, Secret.of("token"), id, LEASE, clock, () -> 0);
      plan = shared.plan(shards);
    }

    void round() {
      shared.round(shards, host, plan);
    }

    Set<Integer> running() {
      return host.indexes();
    }
  }

  private static Set<Integer> indexes(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All that the processes run; fails when two run the same. */
  private static Set<Integer> together(Process... processes) {
    List<Integer> all = Stream.of(processes).flatMap(p -> p.running().stream()).toList();
    assertEquals(all.size(), Set.copyOf(all).size(), "no shard runs twice: " + all);
    return new TreeSet<>(all);
  }

  private static void awaitEach(int share, Process... processes) {
    Await.until(
        "each runs " + share,
        () -> {
          Stream.of(processes).forEach(Process::round);
          return Stream.of(processes).allMatch(p -> p.running().size() == share);
        });
  }

  private static void rounds(Process... processes) {
    for (int i = 0; i < 4; i++) {
      Stream.of(processes).forEach(Process::round);
    }
  }

  @Test
  void aProcessRunsAllOfARangeThatIsItsOwn() {
    Process low = new Process("low", 0, 7);
    Process high = new Process("high", 8, 15);
    rounds(low, high);

    assertEquals(indexes(0, 7), low.running());
    assertEquals(indexes(8, 15), high.running());
    assertEquals(List.of(), low.shared.problems());
    assertEquals(List.of(), high.shared.problems());
  }

  @Test
  void theProcessesOfEachRangeShareItEvenly() {
    Process low = new Process("low", 0, 7);
    Process lower = new Process("lower", 0, 7);
    Process high = new Process("high", 8, 15);
    Process higher = new Process("higher", 8, 15);
    awaitEach(4, low, lower, high, higher);

    assertEquals(indexes(0, 7), together(low, lower));
    assertEquals(indexes(8, 15), together(high, higher));
  }

  @Test
  void rangesThatOverlapLeaveNoShardUnservedAndSayThatTheyDo() {
    Process low = new Process("low", 0, 7);
    Process middle = new Process("middle", 4, 11);
    rounds(middle, low);

    assertEquals(indexes(0, 11), together(low, middle));
    assertTrue(low.shared.problems().getFirst().contains("overlaps"));
    assertTrue(middle.shared.problems().getFirst().contains("overlaps"));
  }

  @Test
  void aProcessWhoseRangeOthersServeStandsBy() {
    Process all = new Process("all", 0, 15);
    Process low = new Process("low", 0, 7);
    rounds(all, low);

    assertEquals(Set.of(), low.running());
    assertTrue(low.shared.isStandingBy());
  }

  @Test
  void theAdviceEndsWithTheOverlap() {
    Process low = new Process("low", 0, 7);
    Process middle = new Process("middle", 4, 11);
    rounds(low, middle);
    middle.shared.close();
    low.round();

    assertEquals(List.of(), low.shared.problems());
  }

  @Test
  void aRowWithoutARangeIsOfAProcessThatMayRunEveryShard() {
    writeRow(Map.of());
    Process all = new Process("all", 0, 15);
    all.round();

    assertEquals(COUNT / 2, all.running().size());
    assertEquals(List.of(), all.shared.problems());
  }

  @Test
  void noShardIsLeftToAProcessWhoseRangeIsUnknown() {
    writeRow(Map.of());
    Process low = new Process("low", 0, 7);
    low.round();

    assertEquals(indexes(0, 7), low.running());
  }

  @Test
  void aRangeThatCannotBeCountsAsUnknown() {
    writeRow(Map.of(ProcessMembership.FIRST, Value.of(9), ProcessMembership.LAST, Value.of(3)));
    Process all = new Process("all", 0, 15);
    all.round();

    assertEquals(COUNT / 2, all.running().size());
  }

  private void writeRow(Map<String, Value> range) {
    List<Change> changes = new ArrayList<>();
    changes.add(Change.set(ProcessMembership.SHARDS, Value.of(COUNT)));
    range.forEach((name, value) -> changes.add(Change.set(name, value)));
    new LeaseTable(table, clock)
        .claim(StateKeys.of(Secret.of("token")).member("other"), "other", LEASE, changes);
  }
}
