package dev.gatehouse.bench.bridge;

import java.io.IOException;
import java.time.Duration;

/** Runs one subject against a sender of its own. */
final class Measurement {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String COUNT = "count ";

  private Measurement() {}

  static Figures of(Subject subject) throws IOException, InterruptedException {
    try (Sender sender = Sender.start()) {
      return switch (subject.reception()) {
        case Subject.Reception.Printing printing -> printing(subject, printing, sender);
        case Subject.Reception.Bridge bridge -> bridge(subject, bridge, sender);
      };
    }
  }

  private static Figures printing(
      Subject subject, Subject.Reception.Printing printing, Sender sender)
      throws IOException, InterruptedException {
    try (ChildProcess child =
        ChildProcess.start(printing.command().of(sender, subject), Credentials.ENVIRONMENT)) {
      sender.awaitSession();
      Thread firehose = sender.start(subject.work().total(), subject.work().rate());
      Figures.Sample warm = awaitLine(child, subject.work().warm());
      Figures.Sample done = awaitLine(child, subject.work().warm() + subject.work().counted());
      Figures figures = Figures.between(warm, done, ProcessUse.peakMegabytes(child.pid()));
      firehose.interrupt();
      return figures;
    }
  }

  private static Figures bridge(Subject subject, Subject.Reception.Bridge bridge, Sender sender)
      throws IOException, InterruptedException {
    try (BridgeProcess process =
        BridgeProcess.start(sender, bridge.sink(), subject.compression(), bridge.more())) {
      sender.awaitSession();
      Subject.Work work = subject.work();
      sender.firehose(work.warm(), work.rate());
      Figures.Sample warm = process.awaitSent(work.warm(), PATIENCE);
      sender.firehose(work.counted(), work.rate());
      Figures.Sample done = process.awaitSent(work.warm() + work.counted(), PATIENCE);
      return Figures.between(warm, done, ProcessUse.peakMegabytes(process.pid()));
    }
  }

  static Figures.Sample awaitLine(ChildProcess child, long wanted) throws InterruptedException {
    String line = child.await(said -> count(said) >= wanted, PATIENCE);
    return Figures.Sample.of(count(line), child.pid());
  }

  private static long count(String line) {
    return line.startsWith(COUNT)
        ? Long.parseLong(line.substring(COUNT.length()).split(" ", -1)[0])
        : -1;
  }
}
