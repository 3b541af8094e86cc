package dev.gatehouse.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When what goes wrong. The bridge is killed in the first half only, so that one process lives long
 * enough for its memory to mean something; the other faults come from beginning to end.
 */
final class Schedule {
  private static final Duration LEAST_GAP = Duration.ofSeconds(8);
  private static final Duration MOST_GAP = Duration.ofSeconds(24);
  private static final Duration CALM_END = Duration.ofSeconds(5);
  private static final Duration ONE_KILL_EACH = Duration.ofMinutes(1);

  private Schedule() {}

  /** Strikes in the order of their times. */
  static List<ScheduledFault> of(Duration length, RandomGenerator random) {
    List<ScheduledFault> all = kills(length.dividedBy(2), random);
    ShuffledFaults deck = new ShuffledFaults(random);
    Duration last = length.minus(CALM_END);
    for (Duration at = gap(random); at.compareTo(last) < 0; at = at.plus(gap(random))) {
      all.add(new ScheduledFault(at, deck.draw().draw(random)));
    }
    all.sort(Comparator.comparing(ScheduledFault::at));
    return List.copyOf(all);
  }

  /** One in each equal part of the time, not at its very beginning. */
  private static List<ScheduledFault> kills(Duration within, RandomGenerator random) {
    int count = Math.max(1, Math.toIntExact(within.dividedBy(ONE_KILL_EACH)));
    long part = within.toMillis() / count;
    List<ScheduledFault> kills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = i * part + random.nextLong(part / 3, part);
      kills.add(new ScheduledFault(Duration.ofMillis(at), new Fault.Kill()));
    }
    return kills;
  }

  private static Duration gap(RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(LEAST_GAP.toMillis(), MOST_GAP.toMillis()));
  }
}
