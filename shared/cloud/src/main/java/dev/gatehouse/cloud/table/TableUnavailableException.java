package dev.gatehouse.cloud.table;

import dev.gatehouse.cloud.failure.ServiceFailure;
import org.jspecify.annotations.Nullable;

/** The table could not be reached, is throttled or does not exist; the message names it. */
public class TableUnavailableException extends RuntimeException implements ServiceFailure {
  private static final long serialVersionUID = 1L;

  private final String summary;

  /** What went wrong, told without a word of what was sent. */
  public TableUnavailableException(String message, @Nullable Throwable cause) {
    this(message, message, cause);
  }

  /**
   * What went wrong, in the words of the service.
   *
   * @param summary the same without them, since they may quote what was sent
   */
  public TableUnavailableException(String message, String summary, @Nullable Throwable cause) {
    super(message, cause);
    this.summary = summary;
  }

  @Override
  public final String summary() {
    return summary;
  }
}
