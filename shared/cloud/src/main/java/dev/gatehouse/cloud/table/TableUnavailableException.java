package dev.gatehouse.cloud.table;

import org.jspecify.annotations.Nullable;

/** The table could not be reached, is throttled or does not exist; the message names it. */
public final class TableUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TableUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
