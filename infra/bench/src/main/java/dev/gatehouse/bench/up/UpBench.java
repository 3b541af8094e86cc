package dev.gatehouse.bench.up;

import dev.gatehouse.bench.compare.Distribution;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Times the launcher's start to {@code ready}, and a question's sending to the first words of the
 * stand-in model's answer in what the chat page is told.
 */
public final class UpBench {
  private static final double READY_GOAL_MILLIS = 6_000;
  private static final double ANSWER_GOAL_MILLIS = 1_000;

  private final int starts;
  private final int questions;
  private final LongSupplier nanos;
  private final PrintStream out;

  /**
   * @param questions how many are asked after each start; the first one meets cold code
   * @param nanos a monotonic clock
   */
  public UpBench(int starts, int questions, LongSupplier nanos, PrintStream out) {
    this.starts = starts;
    this.questions = questions;
    this.nanos = nanos;
    this.out = out;
  }

  /** Runs and prints; the working directory is a built checkout. */
  public void run() throws IOException, InterruptedException {
    double[] ready = new double[starts];
    double[] first = new double[starts];
    double[] later = new double[starts * (questions - 1)];
    for (int start = 0; start < starts; start++) {
      long begun = nanos.getAsLong();
      try (Stack stack = Stack.start()) {
        ready[start] = millisSince(begun);
        first[start] = answer(stack);
        for (int i = 1; i < questions; i++) {
          later[start * (questions - 1) + i - 1] = answer(stack);
        }
      }
    }
    out.printf("%n%-44s %8s %8s %8s%n", "", "median", "min", "max  (ms)");
    print("./gatehouse up to ready", ready, READY_GOAL_MILLIS);
    print("first question to first words", first, ANSWER_GOAL_MILLIS);
    print("later questions to first words", later, ANSWER_GOAL_MILLIS);
  }

  private double answer(Stack stack) throws IOException, InterruptedException {
    try (PageFeed feed = stack.openPage()) {
      long asked = nanos.getAsLong();
      stack.ask("What is in this project?");
      feed.awaitWordsOfABot();
      double taken = millisSince(asked);
      feed.awaitSilence();
      return taken;
    }
  }

  private double millisSince(long begun) {
    return (nanos.getAsLong() - begun) / 1e6;
  }

  private void print(String what, double[] millis, double goal) {
    Distribution taken = new Distribution(millis);
    out.printf(
        Locale.ROOT,
        "%-44s %8.0f %8.0f %8.0f   goal at most %.0f: %s%n",
        what,
        taken.median(),
        taken.min(),
        taken.max(),
        goal,
        taken.median() <= goal ? "met" : "missed");
  }
}
