package dev.gatehouse.cloud.table;

import org.jspecify.annotations.Nullable;

/**
 * The table will not take the call, however often it is made: what is sent is not valid, the caller
 * may not do that, or there is no such table.
 */
public final class TableRejectedException extends TableUnavailableException {
  private static final long serialVersionUID = 1L;

  public TableRejectedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public TableRejectedException(String message, String summary, @Nullable Throwable cause) {
    super(message, summary, cause);
  }
}
