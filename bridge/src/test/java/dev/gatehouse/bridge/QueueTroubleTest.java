package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueTroubleTest {
  private static final String BEGINS = "the queue does not take events, retrying";
  private static final String ENDS = "the queue takes events again";

  private final LogLines log = new LogLines(QueueTrouble.class.getName());
  private long now = -5;
  private final QueueTrouble trouble = new QueueTrouble(() -> now);

  @AfterEach
  void stop() {
    log.close();
  }

  private void alternate(int times) {
    for (int i = 0; i < times; i++) {
      trouble.failed("Throttling");
      trouble.succeeded();
    }
  }

  private void waitForTheNextLine() {
    now += QueueTrouble.APART.toNanos();
  }

  private void assertTold(String... ends) {
    List<String> lines = log.lines();
    assertThat(lines.size()).as(lines::toString).isEqualTo(ends.length);
    for (int i = 0; i < ends.length; i++) {
      assertThat(lines.get(i)).contains(ends[i]);
    }
  }

  private void assertFailures(int line, int count) {
    assertThat(log.lines().get(line).contains("failures=\"" + count + "\""))
        .as(log.lines()::toString)
        .isTrue();
  }

  @Test
  void tellsThatItBeginsWhyAndThatItEnds() {
    trouble.failed("QueueDoesNotExist");
    assertThat(trouble.isPresent()).isTrue();
    trouble.succeeded();
    assertThat(trouble.isPresent()).isFalse();

    assertTold(BEGINS, ENDS);
    assertThat(log.lines().getFirst().contains("reason=\"QueueDoesNotExist\"")).isTrue();
  }

  @Test
  void tellsOnePairAMinuteHoweverOftenItAlternates() {
    alternate(1000);
    assertTold(BEGINS, ENDS);

    waitForTheNextLine();
    alternate(1000);
    assertTold(BEGINS, ENDS, BEGINS, ENDS);
  }

  @Test
  void countsWhatFailedBetweenTheLines() {
    alternate(10);
    assertFailures(0, 1);
    assertFailures(1, 1);

    waitForTheNextLine();
    trouble.failed("Throttling");
    trouble.failed("Throttling");
    trouble.succeeded();
    assertFailures(2, 10);
    assertFailures(3, 11);
  }

  @Test
  void tellsOfTroubleThatBeganInSilenceAndLasts() {
    alternate(1);
    trouble.failed("down");
    assertTold(BEGINS, ENDS);

    waitForTheNextLine();
    trouble.failed("down");
    assertTold(BEGINS, ENDS, BEGINS);
  }

  @Test
  void tellsOfTheEndOnlyWhenItHasToldOfTheBeginning() {
    alternate(1);
    trouble.failed("down");
    waitForTheNextLine();
    trouble.succeeded();

    assertTold(BEGINS, ENDS);
    assertThat(trouble.isPresent()).isFalse();
  }
}
