package dev.gatehouse.cloud.blob;

import org.jspecify.annotations.Nullable;

/** The store could not be reached, or refused the call; the message names the store. */
public final class BlobUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BlobUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
