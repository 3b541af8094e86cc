package dev.gatehouse.chat.reply;

import org.jspecify.annotations.Nullable;

/** The platform did not take a reply. */
public final class ReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  public ReplyException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  /** Whether the same call may succeed later; false when the channel is gone or forbidden. */
  public boolean retryable() {
    return retryable;
  }
}
