package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.QueueUnavailableException;
import org.jspecify.annotations.Nullable;

/** There are no valid credentials now, so nothing can be sent; a later call may find some. */
public final class CredentialsUnavailableException extends QueueUnavailableException {
  private static final long serialVersionUID = 1L;

  public CredentialsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
