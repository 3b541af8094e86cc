package dev.gatehouse.bridge.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AckWindowTest {
  @Test
  void waitsForTheOldestThatIsNotSettled() {
    AckWindow window = new AckWindow(10);
    for (long sequence = 11; sequence <= 14; sequence++) {
      window.arrived(sequence);
    }

    window.settled(12);
    window.settled(14);
    assertEquals(10, window.contiguous());
    window.settled(11);
    assertEquals(12, window.contiguous());
    window.settled(13);
    assertEquals(14, window.contiguous());
  }

  @Test
  void takesNumbersThatTheGatewaySkippedForSettled() {
    AckWindow window = new AckWindow(10);
    window.arrived(13);
    assertEquals(12, window.contiguous());

    window.settled(13);
    assertEquals(13, window.contiguous());
  }

  @Test
  void doesNotMindHearingTwice() {
    AckWindow window = new AckWindow(0);
    window.arrived(1);
    window.settled(1);
    window.settled(1);
    window.arrived(2);

    assertEquals(1, window.contiguous());
  }

  /** In whatever order acknowledgements come, the window tells what a plain set tells. */
  @Property(tries = 300)
  void agreesWithASet(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 1, max = 3) Integer> steps,
      @ForAll @IntRange(max = 20_000) int start,
      @ForAll Random random) {
    List<Long> sequences = new ArrayList<>();
    long last = start;
    for (int step : steps) {
      last += step;
      sequences.add(last);
    }
    AckWindow window = new AckWindow(start);
    sequences.forEach(window::arrived);
    Set<Long> open = new TreeSet<>(sequences);
    Collections.shuffle(sequences, random);
    for (long sequence : sequences) {
      window.settled(sequence);
      open.remove(sequence);
      long expected = open.isEmpty() ? last : open.iterator().next() - 1;
      assertEquals(expected, window.contiguous());
    }
  }

  @Test
  void keepsPaceOverALongSession() {
    AckWindow window = new AckWindow(0);
    for (long sequence = 1; sequence <= 200_000; sequence += 2) {
      window.arrived(sequence);
      window.arrived(sequence + 1);
      window.settled(sequence + 1);
      window.settled(sequence);
      assertEquals(sequence + 1, window.contiguous());
    }
  }

  @Test
  void movesOnAfterALongStretchBehindOneSlowEvent() {
    AckWindow window = new AckWindow(0);
    for (long sequence = 1; sequence <= 20_000; sequence++) {
      window.arrived(sequence);
      if (sequence != 1 && sequence != 15_000) {
        window.settled(sequence);
      }
    }
    assertEquals(0, window.contiguous());
    window.settled(1);
    assertEquals(14_999, window.contiguous());
    window.settled(15_000);
    assertEquals(20_000, window.contiguous());
  }
}
