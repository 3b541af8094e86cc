package dev.gatehouse.cloud.failure;

/**
 * An exception about a service. Its message tells people all there is, also what the service says,
 * which may quote what it was sent; its summary is fit for a log that carries no content.
 */
public interface ServiceFailure {
  /** Who failed, and the code of the failure. */
  String summary();

  /** The summary of any exception: of one that has none, its kind. */
  static String summaryOf(RuntimeException failure) {
    return failure instanceof ServiceFailure known ? known.summary() : failure.getClass().getName();
  }
}
