package dev.gatehouse.simulator.control;

import java.util.Random;

/** Text that looks like what developers write, so that it compresses like it. */
final class SampleText {
  private static final String[] WORDS =
      ("the build fails on main since this morning because a test waits for a port that nobody opens"
              + " can you look at the stack trace in the log file I think the cache returns a stale"
              + " entry after restart maybe we should pin version 4.2 of the client and retry with a"
              + " longer timeout or roll back yesterday's change to the deployment script before"
              + " lunch thanks for the review it works on my machine now")
          .split(" ");

  private SampleText() {}

  /** The same text for the same seed. */
  static String text(int seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(length + 16);
    while (text.length() < length) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    text.setLength(length);
    return text.toString();
  }
}
