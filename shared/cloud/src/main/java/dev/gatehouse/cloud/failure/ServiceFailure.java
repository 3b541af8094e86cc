package dev.gatehouse.cloud.failure;

import org.jspecify.annotations.Nullable;

/**
 * An exception about a service. Its message tells people all there is, also what the service says,
 * which may quote what it was sent; its summary is fit for a log that carries no content.
 */
public abstract class ServiceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String summary;

  /**
   * What went wrong, in the words of the service.
   *
   * @param summary the same without them, since they may quote what was sent
   */
  protected ServiceFailure(String message, String summary, @Nullable Throwable cause) {
    super(message, cause);
    this.summary = summary;
  }

  /** Who failed, and the code of the failure. */
  public final String summary() {
    return summary;
  }

  /** The summary of any exception: of one that has none, its kind. */
  public static String summaryOf(RuntimeException failure) {
    return failure instanceof ServiceFailure known ? known.summary() : failure.getClass().getName();
  }
}
