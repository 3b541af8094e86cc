package dev.gatehouse.cloud.lease;

import dev.gatehouse.cloud.table.Item;
import java.time.Instant;

/** The answer to who may work on a row. */
public sealed interface LeaseClaim {
  /** It is yours, and nobody has worked on it before. */
  record Claimed(Lease lease) implements LeaseClaim {}

  /**
   * It is yours, and somebody has begun and gone: {@link Lease#row()} tells what is done, so do the
   * rest.
   */
  record Resumed(Lease lease) implements LeaseClaim {}

  /**
   * Somebody else is at it.
   *
   * @param until when it can be claimed, unless it is renewed, released or finished before
   */
  record Held(Instant until) implements LeaseClaim {}

  /**
   * It is done.
   *
   * @param row as it was left
   */
  record Finished(Item row) implements LeaseClaim {}
}
