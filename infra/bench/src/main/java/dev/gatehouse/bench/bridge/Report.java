package dev.gatehouse.bench.bridge;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints figures as they come, and at the end what they say of the goals. */
final class Report {
  private final PrintStream out;
  private final Map<String, Figures> rows = new LinkedHashMap<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void head(String title) {
    out.printf("%n%-34s %14s %12s %12s%n", title, "CPU us/event", "events/s", "peak MB");
  }

  /** Something of a row that has yet to come was measured. */
  void progress() {
    out.print('.');
    out.flush();
  }

  /** The dots of progress make way for rows. */
  void progressEnds() {
    out.println();
  }

  void add(Subject subject, Figures figures) {
    rows.put(subject.name(), figures);
    out.printf(
        Locale.ROOT,
        "%-34s %14.2f %12.0f %12.0f   %d events%n",
        subject.name(),
        figures.cpuMicros(),
        figures.perSecond(),
        figures.peakMegabytes(),
        subject.work().counted());
    out.flush();
  }

  /** The goals: a ratio of two rows of this run, or a bound on memory. */
  void goals() {
    out.printf("%nratios of CPU an event%n");
    ratio("ours, plain, null sink", "bare reader, plain", 1.25);
    ratio("ours, plain, null sink", "@discordjs/ws, plain", 1.0);
    ratio("ours, zlib, null sink", "bare reader, zlib", 1.5);
    ratio("ours, zlib, null sink", "JDA, zlib", 1.0 / 3);
    ratio("ours, zstd, null sink", "ours, zlib, null sink", 1.0);
    ratio("ours, plain", "JDA, plain", 1.0);
    ratio("ours, plain", "JDA alone, plain, at this rate", 1.0);
    ratio("ours, plain", "JDA + SendMessage, plain", 0.1);
    Figures durable = rows.get("ours, plain");
    if (durable != null) {
      verdict("peak memory at the firehose, MB", durable.peakMegabytes(), 128);
    }
  }

  private void ratio(String ours, String other, double goal) {
    Figures upper = rows.get(ours);
    Figures lower = rows.get(other);
    if (upper != null && lower != null) {
      verdict(ours + " / " + other, upper.cpuMicros() / lower.cpuMicros(), goal);
    }
  }

  private void verdict(String what, double figure, double goal) {
    out.printf(
        Locale.ROOT,
        "%-58s %8.2f  goal at most %6.2f: %s%n",
        what,
        figure,
        goal,
        figure <= goal ? "met" : "missed");
  }
}
