package dev.gatehouse.cloud.queue;

import org.jspecify.annotations.Nullable;

/** The queue could not be reached, or answered with an error for the whole call. */
public class QueueUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
