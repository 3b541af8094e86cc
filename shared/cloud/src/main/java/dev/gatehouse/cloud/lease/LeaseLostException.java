package dev.gatehouse.cloud.lease;

import dev.gatehouse.cloud.table.Key;

/** The holder does not hold the lease any more: another one took it over, so it must stop. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(Key row, String holder, long epoch) {
    super(
        "lease on "
            + row.partition()
            + "/"
            + row.sort()
            + ": is not held by "
            + holder
            + " (epoch "
            + epoch
            + ") any more");
  }
}
