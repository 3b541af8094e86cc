package dev.gatehouse.cloud.table;

import dev.gatehouse.cloud.failure.ServiceFailure;
import org.jspecify.annotations.Nullable;

/** The table could not be reached, is throttled or does not exist; the message names it. */
public class TableUnavailableException extends ServiceFailure {
  private static final long serialVersionUID = 1L;

  /** What went wrong, told without a word of what was sent. */
  public TableUnavailableException(String message, @Nullable Throwable cause) {
    this(message, message, cause);
  }

  /** What went wrong, in the words of the service, and the same without them. */
  public TableUnavailableException(String message, String summary, @Nullable Throwable cause) {
    super(message, summary, cause);
  }
}
