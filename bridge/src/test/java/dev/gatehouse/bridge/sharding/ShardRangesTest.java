package dev.gatehouse.bridge.sharding;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(Set.copyOf(all).size()).as("no shard runs twice: " + all).isEqualTo(all.size());
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

    assertThat(low.running()).isEqualTo(indexes(0, 7));
    assertThat(high.running()).isEqualTo(indexes(8, 15));
    assertThat(low.shared.problems()).isEmpty();
    assertThat(high.shared.problems()).isEmpty();
  }

  @Test
  void theProcessesOfEachRangeShareItEvenly() {
    Process low = new Process("low", 0, 7);
    Process lower = new Process("lower", 0, 7);
    Process high = new Process("high", 8, 15);
    Process higher = new Process("higher", 8, 15);
    awaitEach(4, low, lower, high, higher);

    assertThat(together(low, lower)).isEqualTo(indexes(0, 7));
    assertThat(together(high, higher)).isEqualTo(indexes(8, 15));
  }

  @Test
  void rangesThatOverlapLeaveNoShardUnservedAndSayThatTheyDo() {
    Process low = new Process("low", 0, 7);
    Process middle = new Process("middle", 4, 11);
    rounds(middle, low);

    assertThat(together(low, middle)).isEqualTo(indexes(0, 11));
    assertThat(low.shared.problems().getFirst().contains("overlaps")).isTrue();
    assertThat(middle.shared.problems().getFirst().contains("overlaps")).isTrue();
  }

  @Test
  void aProcessWhoseRangeOthersServeStandsBy() {
    Process all = new Process("all", 0, 15);
    Process low = new Process("low", 0, 7);
    rounds(all, low);

    assertThat(low.running()).isEmpty();
    assertThat(low.shared.isStandingBy()).isTrue();
  }

  @Test
  void theAdviceEndsWithTheOverlap() {
    Process low = new Process("low", 0, 7);
    Process middle = new Process("middle", 4, 11);
    rounds(low, middle);
    middle.shared.close();
    low.round();

    assertThat(low.shared.problems()).isEmpty();
  }

  @Test
  void aRowWithoutARangeIsOfAProcessThatMayRunEveryShard() {
    writeRow(Map.of());
    Process all = new Process("all", 0, 15);
    all.round();

    assertThat(all.running().size()).isEqualTo(COUNT / 2);
    assertThat(all.shared.problems()).isEmpty();
  }

  @Test
  void noShardIsLeftToAProcessWhoseRangeIsUnknown() {
    writeRow(Map.of());
    Process low = new Process("low", 0, 7);
    low.round();

    assertThat(low.running()).isEqualTo(indexes(0, 7));
  }

  @Test
  void aRangeThatCannotBeCountsAsUnknown() {
    writeRow(Map.of(ProcessMembership.FIRST, Value.of(9), ProcessMembership.LAST, Value.of(3)));
    Process all = new Process("all", 0, 15);
    all.round();

    assertThat(all.running().size()).isEqualTo(COUNT / 2);
  }

  private void writeRow(Map<String, Value> range) {
    List<Change> changes = new ArrayList<>();
    changes.add(Change.set(ProcessMembership.SHARDS, Value.of(COUNT)));
    range.forEach((name, value) -> changes.add(Change.set(name, value)));
    new LeaseTable(table, clock)
        .claim(StateKeys.of(Secret.of("token")).member("other"), "other", LEASE, changes);
  }
}
