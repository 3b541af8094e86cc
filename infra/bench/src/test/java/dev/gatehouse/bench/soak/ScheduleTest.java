package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private static List<ScheduledFault> schedule(Duration length, long seed) {
    return Schedule.of(length, new SplittableRandom(seed));
  }

  private static List<Duration> kills(List<ScheduledFault> schedule) {
    return schedule.stream()
        .filter(strike -> strike.fault() instanceof Fault.Kill)
        .map(ScheduledFault::at)
        .toList();
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(schedule(TEN_MINUTES, 42)).isEqualTo(schedule(TEN_MINUTES, 42));
    assertThat(schedule(TEN_MINUTES, 43)).isNotEqualTo(schedule(TEN_MINUTES, 42));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8})
  void killsInTheFirstHalfOnly(long seed) {
    List<Duration> kills = kills(schedule(TEN_MINUTES, seed));

    assertThat(kills.size()).isEqualTo(5);
    assertThat(kills.getLast().compareTo(TEN_MINUTES.dividedBy(2)) < 0).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 119})
  void killsOnceInAShortSoak(int seconds) {
    assertThat(kills(schedule(Duration.ofSeconds(seconds), 1)).size()).isEqualTo(1);
  }

  @Test
  void isInOrderAndEndsBeforeTheLoadDoes() {
    List<ScheduledFault> schedule = schedule(TEN_MINUTES, 5);

    assertThat(schedule)
        .isEqualTo(schedule.stream().sorted(Comparator.comparing(ScheduledFault::at)).toList());
    assertThat(schedule.getLast().at().compareTo(TEN_MINUTES.minusSeconds(5)) < 0).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void hasEveryKindInTenMinutes(long seed) {
    Set<String> names =
        schedule(TEN_MINUTES, seed).stream()
            .map(strike -> strike.fault().name().replaceAll(" \\d{4}$", ""))
            .collect(Collectors.toSet());

    assertThat(names.size()).as(names::toString).isEqualTo(FaultKind.values().length + 1);
    assertThat(names.contains("")).isFalse();
  }
}
