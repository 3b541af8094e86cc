package dev.gatehouse.bridge;

import java.time.Duration;

/**
 * When each part of a stop has to be over, so that all of it ends within the deadline whatever does
 * not answer. Times are those of the monotonic clock that gave the beginning.
 *
 * @param begin when the stop began
 * @param whole how long it may take
 */
record StopDeadlines(long begin, Duration whole) {
  private static final int PARTS = 8;

  /** No shard is taken or given back any more. */
  long coordinationStopped() {
    return after(1);
  }

  /** What is spooled has gone to the queue. */
  long drained() {
    return after(6);
  }

  /** The cursors are written. */
  long written() {
    return after(7);
  }

  /** The leases are given back. */
  long end() {
    return after(PARTS);
  }

  private long after(int parts) {
    return begin + whole.toNanos() / PARTS * parts;
  }
}
