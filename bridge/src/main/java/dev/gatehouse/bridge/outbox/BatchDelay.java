package dev.gatehouse.bridge.outbox;

import java.time.Duration;

/**
 * How long events wait for others to share a call with.
 *
 * @param apart how long after a batch the next one leaves that is not full, when none is in flight
 * @param longest how long an event may wait while a batch is in flight; not less than {@code apart}
 */
record BatchDelay(Duration apart, Duration longest) {
  BatchDelay {
    if (apart.isNegative() || apart.compareTo(longest) > 0) {
      throw new IllegalArgumentException("apart: 0 to " + longest + ", was " + apart);
    }
  }
}
