package dev.gatehouse.bench.soak;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints how a soak goes, and at the end what it says of the goals. */
final class SoakReport {
  private static final double GOAL_MEGABYTES = 128;

  /**
   * 5 MB in ten minutes count as none: the kernel's and the JIT's own ups and downs are as large.
   */
  private static final double FLAT_PER_MINUTE = 0.5;

  private final PrintStream out;

  SoakReport(PrintStream out) {
    this.out = out;
  }

  void begin(SoakOptions options) {
    out.printf(
        "%d s of %d events a second in 50 channels, with faults; again: %s%n",
        options.length().toSeconds(), options.rate(), options.again());
    out.flush();
  }

  void progress(
      long seconds, long sent, long received, List<ProcessMemory> lives, FaultTally tally) {
    out.printf(
        Locale.ROOT,
        "%5d s  sent %d, received %d, process %d at %.0f MB, %d faults, the last: %s%n",
        seconds,
        sent,
        received,
        lives.size(),
        lives.getLast().end(),
        tally.count(),
        tally.last());
    out.flush();
  }

  void end(int sent, Verdict verdict, int gaps, FaultTally tally, List<ProcessMemory> lives) {
    out.printf("%nfaults: %d: %s%n", tally.count(), tally);
    events(sent, verdict, gaps);
    promise("lost", verdict.lost());
    promise("delivered twice", verdict.twice());
    promise("out of order", verdict.disordered());
    promise("never dispatched", verdict.strange());
    promise("sessions that ended without a GAP", verdict.unannounced().size());
    out.printf("%nresident memory, MB%n");
    for (int i = 0; i < lives.size(); i++) {
      life(i + 1, lives.get(i));
    }
    double peak = lives.stream().mapToDouble(ProcessMemory::peak).max().orElse(0);
    out.printf(
        Locale.ROOT,
        "peak %.0f, goal at most %.0f: %s%n",
        peak,
        GOAL_MEGABYTES,
        peak <= GOAL_MEGABYTES ? "met" : "missed");
    out.flush();
  }

  private void events(int sent, Verdict verdict, int gaps) {
    out.printf(
        "messages: %d sent, %d dispatched to a session, %d received%n",
        sent, verdict.dispatched(), verdict.received());
    out.printf(
        "not delivered by Discord, which gave %d session(s) up: %d dispatched in vain,"
            + " %d while there was no session%n%n",
        gaps, verdict.withheld(), Math.max(0, sent - verdict.dispatched()));
  }

  private void promise(String what, long count) {
    out.printf("%-36s %8d  goal 0: %s%n", what, count, count == 0 ? "met" : "missed");
  }

  private void life(int number, ProcessMemory life) {
    out.printf(
        Locale.ROOT,
        "process %d, %.0f s: at 1 min %s, middle %.0f, end %.0f, peak %.0f; %s%n",
        number,
        life.seconds(),
        life.warm().map(mb -> String.format(Locale.ROOT, "%.0f", mb)).orElse("-"),
        life.middle(),
        life.end(),
        life.peak(),
        trend(life.trend()));
  }

  private static String trend(Optional<Trend> trend) {
    return trend
        .map(line ->
            String.format(
                Locale.ROOT,
                "%+.2f a minute after the first (flat: at most %.1f): %s",
                line.perMinute(),
                FLAT_PER_MINUTE,
                line.perMinute() <= FLAT_PER_MINUTE ? "flat" : "grows"))
        .orElse("too short for a trend");
  }
}
