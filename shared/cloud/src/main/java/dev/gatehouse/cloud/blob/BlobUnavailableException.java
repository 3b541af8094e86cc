package dev.gatehouse.cloud.blob;

import dev.gatehouse.cloud.failure.ServiceFailure;
import org.jspecify.annotations.Nullable;

/** The store could not be reached, or refused the call; the message names the store. */
public final class BlobUnavailableException extends ServiceFailure {
  private static final long serialVersionUID = 1L;

  /** What went wrong, told without a word of what was sent. */
  public BlobUnavailableException(String message, @Nullable Throwable cause) {
    this(message, message, cause);
  }

  /** What went wrong, in the words of the service, and the same without them. */
  public BlobUnavailableException(String message, String summary, @Nullable Throwable cause) {
    super(message, summary, cause);
  }
}
