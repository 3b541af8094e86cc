package dev.gatehouse.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertTrue(verdict.holds());
    assertEquals(98, verdict.dispatched());
    assertEquals(98, verdict.received());
  }

  @Test
  void countsWhatDidNotCome() {
    fill(dispatched, "a", 3, 100);
    fill(received, "a", 3, 50);
    fill(received, "a", 52, 99);

    Verdict verdict = verdict(Map.of());

    assertEquals(2, verdict.lost());
    assertFalse(verdict.isComplete());
    assertFalse(verdict.holds());
  }

  @Test
  void excusesWhatAGapNames() {
    fill(dispatched, "a", 3, 100);
    fill(dispatched, "b", 2, 10);
    fill(received, "a", 3, 90);
    fill(received, "b", 2, 10);

    Verdict verdict = verdict(Map.of("a", 80L));

    assertTrue(verdict.holds());
    assertEquals(10, verdict.withheld());
  }

  @Test
  void excusesNothingThatAGapCallsSafe() {
    fill(dispatched, "a", 3, 100);
    fill(received, "a", 3, 79);

    Verdict verdict = verdict(Map.of("a", 80L));

    assertEquals(1, verdict.lost());
    assertEquals(20, verdict.withheld());
  }

  @Test
  void wantsAGapForEachSessionThatWasFollowedByAnother() {
    fill(dispatched, "a", 3, 10);
    fill(dispatched, "b", 2, 10);
    fill(received, "a", 3, 10);
    fill(received, "b", 2, 10);

    Verdict verdict = verdict(Map.of());

    assertEquals(List.of("a"), verdict.unannounced());
    assertEquals(0, verdict.lost());
    assertFalse(verdict.holds());
  }

  @Test
  void countsWhatNobodyDispatched() {
    fill(dispatched, "a", 3, 10);
    fill(received, "a", 3, 11);
    fill(received, "ghost", 1, 2);

    Verdict verdict = verdict(Map.of());

    assertEquals(3, verdict.strange());
    assertFalse(verdict.holds());
  }

  @Test
  void isBrokenByRepetitionAndByDisorder() {
    assertFalse(Verdict.of(dispatched, new Received(received, Map.of(), 1, 0)).holds());
    assertFalse(Verdict.of(dispatched, new Received(received, Map.of(), 0, 1)).holds());
  }
}
