package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultRunnerTest {
  private static final Fault DROP = new Fault.Gateway("drop", "drop");
  private static final Fault SILENCE = new Fault.Gateway("silence", "silence");
  private static final Fault FINAL =
      new Fault.Gateway("final", List.of("final"), Duration.ZERO, true);
  private static final Fault DOWN =
      new Fault.Queue("down", QueueProxy.Mode.REFUSING, Duration.ofSeconds(4));

  private final RecordingStage stage = new RecordingStage();

  private static ScheduledFault at(int second, Fault fault) {
    return new ScheduledFault(Duration.ofSeconds(second), fault);
  }

  /** Lets a director proceed once a second. */
  private FaultRunner play(int seconds, ScheduledFault... schedule) throws Exception {
    FaultRunner director = new FaultRunner(List.of(schedule), stage);
    proceed(director, 0, seconds);
    return director;
  }

  private void proceed(FaultRunner director, int from, int to) throws Exception {
    for (int second = from; second <= to; second++) {
      stage.second = second;
      director.proceed(Duration.ofSeconds(second));
    }
  }

  @Test
  void strikesAtTheTime() throws Exception {
    FaultRunner director = play(60, at(10, DROP), at(20, new Fault.Kill()), at(30, SILENCE));

    assertThat(stage.seen).isEqualTo(List.of("10 drop", "20 kill", "30 silence"));
    assertThat(director.tally().count()).isEqualTo(3);
    assertThat(director.tally().last()).isEqualTo("silence");
  }

  @Test
  void waitsForAConnectionToHitButKillsRegardless() throws Exception {
    stage.connected = false;
    FaultRunner director = play(25, at(10, DROP), at(11, SILENCE), at(20, new Fault.Kill()));
    assertThat(stage.seen).isEqualTo(List.of("20 kill"));

    stage.connected = true;
    proceed(director, 26, 40);

    assertThat(stage.seen).isEqualTo(List.of("20 kill", "26 drop", "29 silence"));
  }

  @Test
  void endsWhatLasts() throws Exception {
    play(60, at(10, DOWN));

    assertThat(stage.seen)
        .isEqualTo(List.of("10 REFUSING", "14 " + FaultKind.latency(0), "14 OPEN"));
  }

  @Test
  void endsNoSessionShortlyBeforeAKill() throws Exception {
    play(60, at(10, FINAL), at(25, new Fault.Kill()));

    assertThat(stage.seen).isEqualTo(List.of("25 kill", "25 final"));
  }

  @Test
  void reportsWhatHadNoOccasion() throws Exception {
    stage.connected = false;
    FaultRunner director = play(60, at(10, DROP), at(20, SILENCE));
    director.end();

    assertThat(director.tally().count()).isEqualTo(0);
    assertThat(director.tally().toString()).contains("without an occasion 2");
  }

  private static final class RecordingStage implements FaultTarget {
    private final List<String> seen = new ArrayList<>();
    private boolean connected = true;
    private int second;

    @Override
    public boolean isConnected() throws IOException {
      return connected;
    }

    @Override
    public void order(String fault) {
      seen.add(second + " " + fault);
    }

    @Override
    public void setQueue(QueueProxy.Mode mode) {
      seen.add(second + " " + mode);
    }

    @Override
    public void kill() {
      seen.add(second + " kill");
    }
  }
}
