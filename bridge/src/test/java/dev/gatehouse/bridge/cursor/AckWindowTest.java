package dev.gatehouse.bridge.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** A number that was left out and comes after all is open until it is settled. */
  @ParameterizedTest
  @CsvSource({
    // arrive in this order, settle these, then up to here it is contiguous
    "1 2 4 3, 1 2 4, 2",
    "1 2 4 3, 1 2 4 3, 4",
    "1 3, 1 3, 3",
    "1 3 2, 1 3, 1",
    "1 3 2, 3 2, 0",
    "1 5 2 4, 1 5 4, 1",
    "1 5 2 4, 1 5 4 2, 5",
    "1 5 4 2, 1 4 2, 4"
  })
  void waitsForALateNumber(String arrivals, String settled, long contiguous) {
    AckWindow window = new AckWindow(0);
    numbers(arrivals).forEach(window::arrived);
    numbers(settled).forEach(window::settled);

    assertThat(window.contiguous()).isEqualTo(contiguous);
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 1", "2, 2, 4", "3, 3, 4"})
  void goesBackForANumberThatItHasPassed(long late, String settled, long contiguous) {
    AckWindow window = new AckWindow(0);
    window.arrived(1);
    window.settled(1);
    window.arrived(4);
    window.settled(4);
    assertThat(window.contiguous()).isEqualTo(4);

    window.arrived(late);
    assertThat(window.contiguous()).isEqualTo(late - 1);
    numbers(settled).forEach(window::settled);
    assertThat(window.contiguous()).isEqualTo(contiguous);
  }

  private static List<Long> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
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
