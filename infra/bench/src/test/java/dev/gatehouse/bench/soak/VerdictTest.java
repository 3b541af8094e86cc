package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private final Sequences dispatched = new Sequences();
  private final Sequences received = new Sequences();

  private static void fill(Sequences sequences, String session, long first, long last) {
    LongStream.rangeClosed(first, last).forEach(number -> sequences.add(session, number));
  }

  private Verdict verdict(Map<String, Long> gaps) {
    return Verdict.of(dispatched, new Received(received, gaps, 0, 0));
  }

  @Test
  void holdsWhenAllHasCome() {
    fill(dispatched, "a", 3, 100);
    fill(received, "a", 3, 100);

    Verdict verdict = verdict(Map.of());

    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.dispatched()).isEqualTo(98);
    assertThat(verdict.received()).isEqualTo(98);
  }

  @Test
  void countsWhatDidNotCome() {
    fill(dispatched, "a", 3, 100);
    fill(received, "a", 3, 50);
    fill(received, "a", 52, 99);

    Verdict verdict = verdict(Map.of());

    assertThat(verdict.lost()).isEqualTo(2);
    assertThat(verdict.isComplete()).isFalse();
    assertThat(verdict.holds()).isFalse();
  }

  @Test
  void excusesWhatAGapNames() {
    fill(dispatched, "a", 3, 100);
    fill(dispatched, "b", 2, 10);
    fill(received, "a", 3, 90);
    fill(received, "b", 2, 10);

    Verdict verdict = verdict(Map.of("a", 80L));

    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.withheld()).isEqualTo(10);
  }

  @Test
  void excusesNothingThatAGapCallsSafe() {
    fill(dispatched, "a", 3, 100);
    fill(received, "a", 3, 79);

    Verdict verdict = verdict(Map.of("a", 80L));

    assertThat(verdict.lost()).isEqualTo(1);
    assertThat(verdict.withheld()).isEqualTo(20);
  }

  @Test
  void wantsAGapForEachSessionThatWasFollowedByAnother() {
    fill(dispatched, "a", 3, 10);
    fill(dispatched, "b", 2, 10);
    fill(received, "a", 3, 10);
    fill(received, "b", 2, 10);

    Verdict verdict = verdict(Map.of());

    assertThat(verdict.unannounced()).isEqualTo(List.of("a"));
    assertThat(verdict.lost()).isEqualTo(0);
    assertThat(verdict.holds()).isFalse();
  }

  @Test
  void countsWhatNobodyDispatched() {
    fill(dispatched, "a", 3, 10);
    fill(received, "a", 3, 11);
    fill(received, "ghost", 1, 2);

    Verdict verdict = verdict(Map.of());

    assertThat(verdict.strange()).isEqualTo(3);
    assertThat(verdict.holds()).isFalse();
  }

  @Test
  void isBrokenByRepetitionAndByDisorder() {
    assertThat(Verdict.of(dispatched, new Received(received, Map.of(), 1, 0)).holds()).isFalse();
    assertThat(Verdict.of(dispatched, new Received(received, Map.of(), 0, 1)).holds()).isFalse();
  }
}
