package dev.gatehouse.testkit.crash;

/** What a dead worker meets wherever it turns: nothing that it does has an effect any more. */
public final class WorkerDiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkerDiedException(String call) {
    super("the worker died at " + call);
  }
}
