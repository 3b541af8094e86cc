package dev.gatehouse.simulator.page;

import org.opentest4j.TestAbortedException;

/** Leaves out what this machine cannot run, and says so where a person sees it. */
public final class Skip {

  private Skip() {}

  /** Prints one line; throw the result to end the test as skipped. */
  public static TestAbortedException because(String reason) {
    System.out.println("skipped: " + reason);
    return new TestAbortedException(reason);
  }
}
