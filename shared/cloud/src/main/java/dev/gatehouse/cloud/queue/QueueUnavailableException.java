package dev.gatehouse.cloud.queue;

import dev.gatehouse.cloud.failure.ServiceFailure;
import org.jspecify.annotations.Nullable;

/** The queue could not be reached, or answered with an error for the whole call. */
public class QueueUnavailableException extends RuntimeException implements ServiceFailure {
  private static final long serialVersionUID = 1L;

  private final String summary;

  /** What went wrong, told without a word of what was sent. */
  public QueueUnavailableException(String message, @Nullable Throwable cause) {
    this(message, message, cause);
  }

  /**
   * What went wrong, in the words of the service.
   *
   * @param summary the same without them, since they may quote what was sent
   */
  public QueueUnavailableException(String message, String summary, @Nullable Throwable cause) {
    super(message, cause);
    this.summary = summary;
  }

  @Override
  public final String summary() {
    return summary;
  }
}
