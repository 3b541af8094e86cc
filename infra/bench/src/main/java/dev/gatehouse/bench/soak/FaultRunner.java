package dev.gatehouse.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Carries the schedule out. Kills come at their time; another fault of the gateway waits until
 * somebody is connected whom it can hit, and those behind it wait with it.
 */
final class FaultRunner {
  private static final Duration APART = Duration.ofSeconds(3);

  /**
   * How long before a kill no session ends. A bridge that dies before it has saved its new session
   * tells of one gap that began with the session before: that the new one was lost within that gap
   * could not be told from the ledger.
   */
  private static final Duration SETTLED = Duration.ofSeconds(20);

  private final Deque<ScheduledFault> kills = new ArrayDeque<>();
  private final Deque<ScheduledFault> others = new ArrayDeque<>();
  private final FaultTarget stage;
  private final FaultTally tally = new FaultTally();
  private Duration calmUntil = Duration.ZERO;
  private Optional<Duration> reliefAt = Optional.empty();

  FaultRunner(List<ScheduledFault> schedule, FaultTarget stage) {
    schedule.forEach(s -> (s.fault() instanceof Fault.Kill ? kills : others).add(s));
    this.stage = stage;
  }

  FaultTally tally() {
    return tally;
  }

  /** Does what is due by now and has its occasion. */
  void proceed(Duration now) throws IOException, InterruptedException {
    if (reliefAt.filter(at -> at.compareTo(now) <= 0).isPresent()) {
      relieve();
    }
    if (isDue(kills, now)) {
      strike(kills.removeFirst().fault(), now);
    }
    if (calmUntil.compareTo(now) <= 0 && isDue(others, now) && hasOccasion(now)) {
      strike(others.removeFirst().fault(), now);
      calmUntil = now.plus(APART);
    }
  }

  /** Ends what lasts; what is left has no occasion any more. */
  void end() throws IOException, InterruptedException {
    relieve();
    others.forEach(left -> tally.missed());
  }

  private static boolean isDue(Deque<ScheduledFault> strikes, Duration now) {
    return !strikes.isEmpty() && strikes.getFirst().at().compareTo(now) <= 0;
  }

  private boolean hasOccasion(Duration now) throws IOException, InterruptedException {
    return !(others.getFirst().fault() instanceof Fault.Gateway fault)
        || (stage.isConnected() && !(fault.endsSession() && isDue(kills, now.plus(SETTLED))));
  }

  private void strike(Fault fault, Duration now) throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Gateway gateway -> {
        for (String order : gateway.orders()) {
          stage.order(order);
        }
      }
      case Fault.Queue trouble -> stage.setQueue(trouble.mode());
      case Fault.Kill _ -> stage.kill();
    }
    tally.hit(fault);
    if (!fault.lasting().isZero()) {
      reliefAt = Optional.of(now.plus(fault.lasting()));
    }
  }

  private void relieve() throws IOException, InterruptedException {
    stage.order(FaultKind.latency(0));
    stage.setQueue(QueueProxy.Mode.OPEN);
    reliefAt = Optional.empty();
  }
}
