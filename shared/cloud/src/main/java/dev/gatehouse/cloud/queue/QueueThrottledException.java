package dev.gatehouse.cloud.queue;

import org.jspecify.annotations.Nullable;

/** The queue asks for fewer calls: back off, then send the same again. */
public final class QueueThrottledException extends QueueUnavailableException {
  private static final long serialVersionUID = 1L;

  public QueueThrottledException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  QueueThrottledException(
      String message, String summary, boolean mayBeTaken, @Nullable Throwable cause) {
    super(message, summary, mayBeTaken, cause);
  }
}
