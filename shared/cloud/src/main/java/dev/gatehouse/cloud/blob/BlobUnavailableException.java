package dev.gatehouse.cloud.blob;

import dev.gatehouse.cloud.failure.ServiceFailure;
import org.jspecify.annotations.Nullable;

/** The store could not be reached, or refused the call; the message names the store. */
public final class BlobUnavailableException extends RuntimeException implements ServiceFailure {
  private static final long serialVersionUID = 1L;

  private final String summary;

  /** What went wrong, told without a word of what was sent. */
  public BlobUnavailableException(String message, @Nullable Throwable cause) {
    this(message, message, cause);
  }

  /**
   * What went wrong, in the words of the service.
   *
   * @param summary the same without them, since they may quote what was sent
   */
  public BlobUnavailableException(String message, String summary, @Nullable Throwable cause) {
    super(message, cause);
    this.summary = summary;
  }

  @Override
  public String summary() {
    return summary;
  }
}
