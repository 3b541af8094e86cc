package dev.gatehouse.lambda;

import java.util.Map;

/**
 * Does ahead what the first event would otherwise wait for (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html">advice</a>).
 */
public final class Priming {
  private Priming() {}

  /**
   * Runs the work within the start under SnapStart, since a snapshot holds only what was done
   * before it; else beside the start, which need not wait for it.
   *
   * @param work needs no secret and throws nothing that the first event would not meet too
   */
  public static void run(Map<String, String> environment, Runnable work) {
    if (SnapStart.isOn(environment)) {
      work.run();
    } else {
      Thread.ofVirtual().name("prime").start(work);
    }
  }
}
