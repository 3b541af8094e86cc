package dev.gatehouse.simulator.page;

import static org.junit.jupiter.api.Assumptions.abort;

/** Leaves out what this machine cannot run, and says so where a person sees it. */
public final class Skip {

  private Skip() {}

  /** Prints one line and ends the test as skipped. */
  public static <T> T because(String reason) {
    System.out.println("skipped: " + reason);
    return abort(reason);
  }
}
