package dev.gatehouse.bridge.cursor;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(window.contiguous()).isEqualTo(10);
    window.settled(11);
    assertThat(window.contiguous()).isEqualTo(12);
    window.settled(13);
    assertThat(window.contiguous()).isEqualTo(14);
  }

  @Test
  void takesNumbersThatTheGatewaySkippedForSettled() {
    AckWindow window = new AckWindow(10);
    window.arrived(13);
    assertThat(window.contiguous()).isEqualTo(12);

    window.settled(13);
    assertThat(window.contiguous()).isEqualTo(13);
  }

  @Test
  void doesNotMindHearingTwice() {
    AckWindow window = new AckWindow(0);
    window.arrived(1);
    window.settled(1);
    window.settled(1);
    window.arrived(2);

    assertThat(window.contiguous()).isEqualTo(1);
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
      assertThat(window.contiguous()).isEqualTo(expected);
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
      assertThat(window.contiguous()).isEqualTo(sequence + 1);
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
    assertThat(window.contiguous()).isEqualTo(0);
    window.settled(1);
    assertThat(window.contiguous()).isEqualTo(14_999);
    window.settled(15_000);
    assertThat(window.contiguous()).isEqualTo(20_000);
  }
}
