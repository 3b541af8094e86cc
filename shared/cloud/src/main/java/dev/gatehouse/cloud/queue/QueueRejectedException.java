package dev.gatehouse.cloud.queue;

import org.jspecify.annotations.Nullable;

/** The queue will never take the call as it is: something in one of its messages is at fault. */
public final class QueueRejectedException extends QueueUnavailableException {
  private static final long serialVersionUID = 1L;

  public QueueRejectedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  QueueRejectedException(String message, String summary, @Nullable Throwable cause) {
    super(message, summary, false, cause);
  }
}
